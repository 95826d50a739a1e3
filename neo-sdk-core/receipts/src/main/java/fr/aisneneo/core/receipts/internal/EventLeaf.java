package fr.aisneneo.core.receipts.internal;

import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.json.Codec;
import java.nio.charset.StandardCharsets;
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
        fields.put("payload", codec.decode(event.payload().getBytes(StandardCharsets.UTF_8), Map.class));
        fields.put("position", event.position());
        fields.put("tenant", event.tenant().value());
        fields.put("type", event.type());
        String correlation = event.correlation();
        if (correlation != null) {
            fields.put("correlation", correlation);
        }
        return codec.encode(fields);
    }
}
