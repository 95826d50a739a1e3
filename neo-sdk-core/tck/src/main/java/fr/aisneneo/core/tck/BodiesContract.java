package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.PACKED;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.StorageLimits;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A body comes back: binary ones byte for byte, JSON ones with the same values. */
interface BodiesContract extends StorageContract {

    private static void expectBack(Space space, CollectionSchema collection, byte[] body) {
        byte[] written = body.clone();
        space.writing(tx -> {
            if (tx.has(collection, "body")) {
                tx.remove(collection, "body");
            }
            tx.insert(collection, new DocumentWrite("body", 1, written, List.of()));
            assertThat(Bodies.same(collection, body, tx.get(collection, "body").body()))
                    .as("the same body within the transaction")
                    .isTrue();
        });
        byte[] read = space.read(tx -> tx.get(collection, "body").body());
        assertThat(Bodies.same(collection, body, read)).as("the same body").isTrue();
    }

    @Test
    default void binaryBodiesComeBackByteForByte() {
        byte[] all = new byte[256];
        for (int value = 0; value < all.length; value++) {
            all[value] = (byte) value;
        }
        Space space = newSpace();
        expectBack(space, PACKED, all);
        expectBack(space, PACKED, new byte[1]);
        expectBack(space, PACKED, new byte[0]);
        expectBack(space, PACKED, Bodies.text("{ \"not\" : \"parsed\" "));
    }

    @Property(tries = 50)
    default void anyBinaryBodyComesBack(@ForAll byte[] body) {
        expectBack(newSpace(), PACKED, body);
    }

    @Test
    default void jsonBodiesKeepTheirValues() {
        Space space = newSpace();
        for (String body : List.of(
                "{}",
                "{\"empty\":{\"list\":[],\"text\":\"\",\"object\":{}},\"no\":null,\"true\":true,\"false\":false}",
                "{\"integers\":[0,-1,9007199254740993,9223372036854775807,-9223372036854775808]}",
                "{\"decimals\":[1.10,0.1,-0.000001,12345678901234567890.123456789]}",
                "{\"texts\":[\"Château-Thierry\",\"e\\u0301\",\"\uD83D\uDE97\",\"\\uD83D\\uDE97\",\"\uE000\"]}",
                "{\"escapes\":\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0001 \\u001f \\u007f \u2028\"}",
                "{\"b\":1,\"a\":2,\"aa\":[{\"c\":[[1],[2,[3]]]}],\"\":4,\"é\":5,\"A\":6}")) {
            expectBack(space, PLAIN, Bodies.text(body));
        }
    }

    @Test
    default void bodiesOfTheLargestSizeComeBack() {
        Space space = newSpace();
        byte[] random = new byte[StorageLimits.BODY_BYTES];
        new SplittableRandom(1).nextBytes(random);
        expectBack(space, PACKED, random);

        byte[] json = new byte[StorageLimits.BODY_BYTES];
        Arrays.fill(json, (byte) 'x');
        byte[] start = Bodies.text("{\"text\":\"");
        System.arraycopy(start, 0, json, 0, start.length);
        json[json.length - 2] = '"';
        json[json.length - 1] = '}';
        expectBack(space, PLAIN, json);
    }
}
