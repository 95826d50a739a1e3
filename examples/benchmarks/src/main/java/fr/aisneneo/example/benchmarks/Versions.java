package fr.aisneneo.example.benchmarks;

import fr.aisneneo.core.Neo;
import fr.aisneneo.example.benchmarks.lab.Lab;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;

/** Asks everybody who takes part for a version. */
final class Versions {
    private Versions() {}

    static Map<String, String> of(Lab lab) throws Exception {
        RocksDB.loadLibrary();
        Map<String, String> versions = new LinkedHashMap<>();
        @Nullable String sdk = Neo.class.getPackage().getImplementationVersion();
        versions.put("Aisne Neo SDK", sdk == null ? "as built" : sdk);
        versions.put("RocksDB", RocksDB.rocksdbVersion().toString());
        versions.put("PostgreSQL", lab.postgres().text("SHOW server_version"));
        versions.put("H2", database("jdbc:h2:mem:"));
        versions.put("SQLite", database("jdbc:sqlite::memory:"));
        return versions;
    }

    private static String database(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }
}
