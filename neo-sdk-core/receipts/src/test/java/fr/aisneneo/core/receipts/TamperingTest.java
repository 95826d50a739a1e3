package fr.aisneneo.core.receipts;

import static fr.aisneneo.core.receipts.Town.ANNE;
import static fr.aisneneo.core.receipts.Town.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.StorageException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the disk in their hands changes something; it is found and named. */
class TamperingTest {
    private static final int EVENTS = 600;

    private final KeptEngine engine = new KeptEngine();
    private final Town town =
            new Town(Neo.builder().plugin(engine).storage("kept:").open());

    @BeforeEach
    void muchWasSaidAndSealed() {
        town.saysMuch(EVENTS - 1);
        town.says(ANNE, "Oui");
        town.receipts.seal(CLERK);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private String found() {
        StorageException e = Objects.requireNonNull(
                catchThrowableOfType(StorageException.class, () -> town.receipts.audit(CLERK)), "nothing was found");
        assertThat(e.code()).isEqualTo("receipts.tree.damaged");
        return String.valueOf(e.facts().get("where"));
    }

    private static UnaryOperator<byte[]> replacing(String old, String now) {
        return body -> {
            String text = new String(body, StandardCharsets.UTF_8);
            assertThat(text).contains(old);
            return text.replace(old, now).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static UnaryOperator<byte[]> flipping(int byteFromTheEnd) {
        return body -> {
            body[body.length - byteFromTheEnd] ^= 4;
            return body;
        };
    }

    @Test
    void anUntouchedLogIsFoundSound() {
        assertThat(town.receipts.audit(CLERK).orElseThrow().size()).isEqualTo(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 255, 256, 257, 599})
    void anAlteredEventIsNamed(long position) {
        engine.alterEvent(position, replacing("word " + (position - 1), "mord " + (position - 1)));
        assertThat(found()).isEqualTo("event " + position);
    }

    @Test
    void aNumberIsTheSameWhetherOrNotItsEngineKeepsExponents() {
        town.measures(1.5e10);
        town.receipts.seal(CLERK);
        engine.alterEvent(EVENTS + 1, replacing("1.5E10", "15000000000"));
        assertThat(town.receipts.audit(CLERK).orElseThrow().size()).isEqualTo(EVENTS + 1);
        engine.alterEvent(EVENTS + 1, replacing("15000000000", "15000000001"));
        assertThat(found()).isEqualTo("event " + (EVENTS + 1));
    }

    @Test
    void anAlteredEventGetsNoReceipt() {
        engine.alterEvent(EVENTS, replacing("Oui", "Non"));
        StorageException e = Objects.requireNonNull(
                catchThrowableOfType(StorageException.class, () -> town.receipts.receipt(ANNE, EVENTS)));
        assertThat(e.facts()).containsEntry("where", "event " + EVENTS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 300, 600})
    void anEventThatIsMissingIsNamed(long position) {
        engine.removeEvent(position);
        assertThat(found()).isEqualTo("event " + position);
    }

    @Test
    void aWrongByteInATileIsNamed() {
        engine.alterTile("0-1", flipping(1));
        assertThat(found()).isEqualTo("event 512");
        engine.alterTile("0-1", flipping(1));
        engine.alterTile("1-0", flipping(40));
        assertThat(found()).isEqualTo("tile 1-0");
    }

    @Test
    void aWrongRootOrSignatureIsNamed() {
        String root = town.receipts.seal(CLERK).root();
        String other = (root.startsWith("A") ? "B" : "A") + root.substring(1);
        engine.alterHead(replacing("\"root\":\"" + root, "\"root\":\"" + other));
        assertThat(found()).isEqualTo("checkpoint");
        engine.alterHead(replacing("\"root\":\"" + other, "\"root\":\"" + root));
        engine.alterHead(replacing("— laon", "— Laon"));
        assertThat(found()).isEqualTo("checkpoint");
    }
}
