package fr.aisneneo.core.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

class EventCodecProperties {
    private static final Codec JSON = JsonbCodec.standard();
    private static final UUID ID = new UUID(5, 6);

    private final EventCodec codec = new EventCodec(JSON);

    private static Event event(long position, String text, @Nullable String correlation, long micros) {
        return new Event(
                new TenantId("laon"),
                position,
                ID,
                "test." + text,
                new Aggregate("kind " + text, text),
                new PartyId(new UUID(9, 1)),
                Instant.ofEpochSecond(0, micros * 1_000),
                correlation,
                "{\"a\":\"é\"}");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("plain", "\"quoted\" \\ and /", "\n\t\u0001\u007f", "Hôtel d’été", "\uD83D\uDE00", "");
    }

    /** As the codec of the store would write it, but for the payload, which stands last and as it came. */
    @Property
    void anEventIsTheJsonOfItsFieldsAndIsReadAgain(
            @ForAll @LongRange(min = Long.MIN_VALUE + 1, max = Long.MAX_VALUE) long position,
            @ForAll("texts") String text,
            @ForAll("texts") String correlation,
            @ForAll @LongRange(min = -100_000_000_000L, max = 4_000_000_000_000_000L) long micros) {
        Event event = event(position, text, correlation.isEmpty() ? null : correlation, micros);
        Map<String, Object> fields = new TreeMap<>();
        fields.put("actor", event.actor().text());
        fields.put("aggregate", text);
        fields.put("at", event.at().toString());
        fields.put("id", ID.toString());
        fields.put("kind", "kind " + text);
        fields.put("position", position);
        fields.put("tenant", "laon");
        fields.put("type", "test." + text);
        if (!correlation.isEmpty()) {
            fields.put("correlation", correlation);
        }
        String envelope = new String(JSON.encode(fields), StandardCharsets.UTF_8);
        byte[] body = codec.encode(event);
        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo(envelope.substring(0, envelope.length() - 1) + ",\"payload\":{\"a\":\"é\"}}");
        assertThat(codec.decode(body)).isEqualTo(event);
    }

    @Example
    void whatCannotBeStoredIsRefused() {
        for (String text : new String[] {"\u0000", "\uD83D"}) {
            assertThatThrownBy(() -> codec.encode(event(1, text, null, 0)))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            refusal -> assertThat(refusal.errorCode()).isEqualTo(CoreError.INPUT_UNSTORABLE_TEXT));
        }
    }
}
