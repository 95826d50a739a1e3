/**
 * The engine {@code rocksdb:path}: one directory, one process, every acknowledged transaction synced to disk.
 *
 * <p><b>Writing.</b> A transaction leaves the writer lock once it is in RocksDB's write-ahead log; the waiting callers
 * then share one {@code fdatasync}. Readers see the state of the last sync, never anything that could still vanish.
 *
 * <p><b>Opening.</b> Everything is checked before anything is changed: the tables' checksums, the log record by record,
 * and that together they reach the last acknowledged transaction. What a crash cut off in mid-write is dropped, since
 * nobody was told of it; anything else that is missing or altered is refused with {@code storage.corrupt}, naming the
 * file.
 *
 * <p><b>Native library.</b> {@code rocksdbjni} unpacks it (about 17 MB) into {@code java.io.tmpdir} at each start, or
 * into the directory that the environment variable {@code ROCKSDB_SHAREDLIB_DIR} names, which is the remedy where the
 * temporary directory is mounted {@code noexec}.
 */
package fr.aisneneo.core.rocksdb;
