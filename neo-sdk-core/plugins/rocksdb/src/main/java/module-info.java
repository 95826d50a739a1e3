/**
 * The embedded, durable storage engine of the Aisne Neo SDK: {@code rocksdb:path}. On JDK 24 and later start Java with
 * {@code --enable-native-access=rocksdbjni} (or {@code ALL-UNNAMED} on the class path).
 */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.rocksdb {
    requires transitive fr.aisneneo.core;
    requires static org.jspecify;
    requires org.slf4j;
    requires rocksdbjni;

    exports fr.aisneneo.core.rocksdb;

    provides fr.aisneneo.core.storage.spi.StoragePlugin with
            fr.aisneneo.core.rocksdb.RocksDbStoragePlugin;
}
