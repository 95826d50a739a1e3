/**
 * The engine {@code postgresql://host:port/database}: the documents of every domain in a commune's PostgreSQL, readable
 * with SQL.
 *
 * <p><b>Tables.</b> One for each collection, {@code neo_reservation} for {@code reservation}: tenant, id, version, the
 * body as {@code jsonb} or {@code bytea}, and a column for each part of each index, of its own type, texts with
 * {@code COLLATE "C"}. Two small tables of the engine tell which column is which part, and a sequence gives versions.
 *
 * <p><b>Transactions.</b> All are {@code SERIALIZABLE}, which PostgreSQL keeps strictly for one server. What loses is
 * run again by the SDK. What a writer says it contends on is queued for before the snapshot is taken: within this
 * process first, so that waiting takes no connection, then between processes by session-level advisory locks, in sorted
 * order.
 *
 * <p><b>Durability.</b> A commit returns when PostgreSQL says so with {@code synchronous_commit} at least {@code on},
 * which the engine asks for. Where the reply to a commit is lost the answer is {@code storage.outcome_unknown}: repeat
 * the command with the same id, and it is done once.
 *
 * <p><b>What it uses of PostgreSQL</b>, for those who choose a compatible one: tables with {@code jsonb} and
 * {@code bytea}, partial and unique B-tree indexes, {@code SERIALIZABLE}, {@code INSERT … ON CONFLICT DO NOTHING}, row
 * comparison, savepoints, one sequence, and advisory locks unless the setting {@code advisory-locks} is false.
 */
package fr.aisneneo.core.postgresql;
