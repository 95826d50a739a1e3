/**
 * The door of the Aisne Neo SDK: {@link fr.aisneneo.core.Neo}.
 *
 * <p>One store and one transaction for all domains:
 *
 * <pre>{@code
 * try (Neo neo = Neo.open("rocksdb:data/neo")) {
 *     Booking booking = Booking.of(neo);
 *     neo.atomically(() -> booking.reserve(actor, request));
 * }
 * }</pre>
 *
 * <p>The rooms of the house:
 *
 * <ul>
 *   <li>{@link fr.aisneneo.core.actor} — who acts and may do what; {@link fr.aisneneo.core.tenant} — whose data it is;
 *   <li>{@link fr.aisneneo.core.storage} — documents, indexes, transactions; {@link fr.aisneneo.core.storage.spi} —
 *       engines;
 *   <li>{@link fr.aisneneo.core.event} — the journal; {@link fr.aisneneo.core.command} — commands that may be repeated;
 *   <li>{@link fr.aisneneo.core.party}, {@link fr.aisneneo.core.money}, {@link fr.aisneneo.core.time} — what all
 *       domains speak of; on top of this, {@code neo-sdk-core-directory} is who a tenant knows, and
 *       {@code neo-sdk-core-territory} where it is and when;
 *   <li>{@link fr.aisneneo.core.plugin} — what extends the SDK; {@link fr.aisneneo.core.error} — how it refuses.
 * </ul>
 */
package fr.aisneneo.core;
