package fr.aisneneo.core.internal.event;

import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.DocumentCodec;
import fr.aisneneo.core.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON with the payload as an object inside. The payload is encoded once, when the event is made, and put
 * into the envelope as it is: the journal is written with every command.
 */
final class EventCodec implements DocumentCodec<Event> {
    private static final byte[] PAYLOAD = ",\"payload\":".getBytes(StandardCharsets.US_ASCII);

    private final Codec codec;

    EventCodec(Codec codec) {
        this.codec = codec;
    }

    @Override
    public byte[] encode(Event event) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("actor", event.actor().text());
        fields.put("aggregate", event.aggregate().id());
        fields.put("at", event.at().toString());
        fields.put("id", event.id().toString());
        fields.put("kind", event.aggregate().kind());
        fields.put("position", event.position());
        fields.put("tenant", event.tenant().value());
        fields.put("type", event.type());
        String correlation = event.correlation();
        if (correlation != null) {
            fields.put("correlation", correlation);
        }
        byte[] envelope = codec.encode(fields);
        byte[] payload = event.payload().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream(envelope.length + payload.length + PAYLOAD.length);
        body.write(envelope, 0, envelope.length - 1);
        body.writeBytes(PAYLOAD);
        body.writeBytes(payload);
        body.write('}');
        return body.toByteArray();
    }

    @Override
    @SuppressWarnings("unchecked") // the codec reads JSON objects as maps with string keys
    public Event decode(byte[] body) {
        Map<String, Object> fields = codec.decode(body, Map.class);
        Object payload = fields.getOrDefault("payload", Map.of());
        return new Event(
                TenantId.stored(text(fields, "tenant")),
                ((BigDecimal) fields.getOrDefault("position", BigDecimal.ZERO)).longValueExact(),
                UUID.fromString(text(fields, "id")),
                text(fields, "type"),
                new Aggregate(text(fields, "kind"), text(fields, "aggregate")),
                PartyId.parse(text(fields, "actor")),
                Instant.parse(text(fields, "at")),
                optionalText(fields, "correlation"),
                new String(codec.encode(payload), StandardCharsets.UTF_8));
    }

    private static String text(Map<String, Object> fields, String name) {
        String text = optionalText(fields, name);
        if (text == null) {
            throw new IllegalStateException("An event without " + name);
        }
        return text;
    }

    private static @Nullable String optionalText(Map<String, Object> fields, String name) {
        return (String) fields.get(name);
    }
}
