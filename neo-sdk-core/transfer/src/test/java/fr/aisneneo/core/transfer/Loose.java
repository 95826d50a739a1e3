package fr.aisneneo.core.transfer;

import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.storage.DocumentCodec;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A document whose JSON is written by hand: a codec of its own may write nulls, white space and numbers that the SDK's
 * never does.
 *
 * @param id the member {@code id} of the JSON
 * @param json the whole of it
 */
public record Loose(String id, String json) {
    private static final JsonbCodec JSON = JsonbCodec.standard();

    static final Index<Loose> BY_MARK = Index.<Loose>named("by_mark")
            .string("mark", loose -> (String) loose.fields().get("mark"))
            .unique()
            .when(loose -> loose.fields().containsKey("mark"))
            .build();

    static final DocumentCollection<Loose> COLLECTION = DocumentCollection.json("loose", Loose.class, Loose::id)
            .codec(new Raw())
            .index(BY_MARK)
            .build();

    private Map<?, ?> fields() {
        return JSON.decode(json.getBytes(StandardCharsets.UTF_8), Map.class);
    }

    private static final class Raw implements DocumentCodec<Loose> {
        @Override
        public byte[] encode(Loose value) {
            return value.json.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Loose decode(byte[] body) {
            return new Loose((String) JSON.decode(body, Map.class).get("id"), new String(body, StandardCharsets.UTF_8));
        }
    }
}
