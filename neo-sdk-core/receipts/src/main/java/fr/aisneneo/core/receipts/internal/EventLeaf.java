package fr.aisneneo.core.receipts.internal;

import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.json.Codec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a leaf says of an event: all of it, as JSON whose members are sorted, the same on every engine. */
public final class EventLeaf {
    private EventLeaf() {}

    /**
     * The bytes that are hashed.
     *
     * @param codec the SDK's codec
     * @param event an event as it was read
     * @return UTF-8 JSON
     */
    public static byte[] of(Codec codec, Event event) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("actor", event.actor().text());
        fields.put("aggregate", event.aggregate().id());
        fields.put("at", event.at().toString());
        fields.put("id", event.id().toString());
        fields.put("kind", event.aggregate().kind());
        fields.put("payload", plain(codec.decode(event.payload().getBytes(StandardCharsets.UTF_8), Map.class)));
        fields.put("position", event.position());
        fields.put("tenant", event.tenant().value());
        fields.put("type", event.type());
        String correlation = event.correlation();
        if (correlation != null) {
            fields.put("correlation", correlation);
        }
        return codec.encode(fields);
    }

    /** Whole numbers without an exponent: PostgreSQL keeps none, and a leaf is the same wherever its event is kept. */
    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            return number.scale() < 0 ? number.setScale(0) : number;
        }
        if (value instanceof Map<?, ?> members) {
            Map<Object, Object> all = new HashMap<>();
            members.forEach((name, member) -> {
                if (member != null) {
                    all.put(name, plain(member));
                }
            });
            return all;
        }
        return value instanceof List<?> list
                ? list.stream().map(EventLeaf::plain).toList()
                : value;
    }
}
