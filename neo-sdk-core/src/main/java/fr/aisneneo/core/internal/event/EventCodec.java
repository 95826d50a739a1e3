package fr.aisneneo.core.internal.event;

import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.internal.Escapes;
import fr.aisneneo.core.json.internal.InstantText;
import fr.aisneneo.core.json.internal.Misfit;
import fr.aisneneo.core.json.internal.Utf8;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.DocumentCodec;
import fr.aisneneo.core.tenant.TenantId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON with the payload as an object inside. The payload is encoded once, when the event is made, and put
 * into the envelope as it is: the journal is written with every command.
 */
final class EventCodec implements DocumentCodec<Event> {
    private static final int ENVELOPE = 400;

    private final Codec codec;

    EventCodec(Codec codec) {
        this.codec = codec;
    }

    @Override
    public byte[] encode(Event event) {
        StringBuilder body = new StringBuilder(event.payload().length() + ENVELOPE);
        try {
            body.append('{');
            text("actor", event.actor().text(), body);
            text("aggregate", event.aggregate().id(), body);
            text("at", InstantText.write(event.at()), body);
            String correlation = event.correlation();
            if (correlation != null) {
                text("correlation", correlation, body);
            }
            text("id", event.id().toString(), body);
            text("kind", event.aggregate().kind(), body);
            body.append("\"position\":").append(event.position()).append(',');
            text("tenant", event.tenant().value(), body);
            text("type", event.type(), body);
            body.append("\"payload\":").append(event.payload()).append('}');
            return Utf8.encode(body.toString());
        } catch (Misfit e) {
            throw e.refusal();
        }
    }

    private static void text(String name, String text, StringBuilder body) {
        body.append('"').append(name).append("\":");
        Escapes.write(text, body);
        body.append(',');
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
