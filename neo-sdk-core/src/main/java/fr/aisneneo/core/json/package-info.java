/**
 * How values become JSON and come back: one {@link fr.aisneneo.core.json.Codec} over any JSON-B provider, with the same
 * JSON on each.
 *
 * <p>A domain writes public records and need not think of JSON at all:
 *
 * <pre>{@code
 * public record Reservation(ReservationId id, Interval time, int seats, @Nullable String note) {}
 * }</pre>
 *
 * <p>Every component is required unless it is {@code @Nullable}. So a component that is added later is
 * {@code @Nullable}, or the collection's upgrade step fills it in. A property that is no longer known is passed over.
 * What a compact constructor refuses comes out of {@code decode} as it was thrown.
 *
 * <p>Alternatives are a sealed interface that names them. Unless it is told otherwise, the name is in {@code @type},
 * which also sorts first and so costs least:
 *
 * <pre>{@code
 * @JsonbTypeInfo({
 *     @JsonbSubtype(alias = "room", type = Room.class),
 *     @JsonbSubtype(alias = "van", type = Van.class)
 * })
 * public sealed interface Place permits Room, Van {}
 * }</pre>
 *
 * <p>A value of one text, such as a typed id, declares an adapter that makes a {@code String} of it; see
 * {@link fr.aisneneo.core.id.IdAdapter}. A record with several constructors marks the canonical one with
 * {@code @JsonbCreator}.
 */
package fr.aisneneo.core.json;
