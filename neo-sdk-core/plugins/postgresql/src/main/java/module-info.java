/** The storage engine of the Aisne Neo SDK on PostgreSQL 14 and newer: {@code postgresql://host/database}. */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.postgresql {
    requires transitive fr.aisneneo.core;
    requires static org.jspecify;
    requires com.zaxxer.hikari;
    requires java.sql;
    requires org.postgresql.jdbc;
    requires org.slf4j;

    exports fr.aisneneo.core.postgresql;

    provides fr.aisneneo.core.storage.spi.StoragePlugin with
            fr.aisneneo.core.postgresql.PostgresqlStoragePlugin;
}
