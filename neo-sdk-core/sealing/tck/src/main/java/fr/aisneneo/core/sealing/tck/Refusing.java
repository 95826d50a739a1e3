package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.ANNE;
import static fr.aisneneo.core.sealing.tck.Samples.CONTACT;
import static fr.aisneneo.core.sealing.tck.Samples.HEALTH;
import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.OF_BRUNO;
import static fr.aisneneo.core.sealing.tck.Samples.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What ends, and what is not said. */
interface Refusing extends KeyStoreContract {

    @Test
    default void aClosedOneIsRefused() {
        assumeTrue(endsWhenClosed(), "endsWhenClosed() says that a closed key store stays usable");
        KeyStore keys = open(newDirectory());
        keys.obtain(CONTACT);
        keys.close();
        for (ThrowingCallable call : everyCall(keys)) {
            assertThatExceptionOfType(StorageException.class).isThrownBy(call);
        }
        assertThat(keys.id()).isNotEmpty();
    }

    @Test
    default void closingAgainDoesNothing() {
        KeyStore keys = open(newDirectory());
        keys.close();
        keys.close();
    }

    @Test
    default void anInterruptedThreadHarmsNobody() {
        KeyStore keys = keys();
        DataKey before = live(keys.obtain(OF_BRUNO));
        for (ThrowingCallable call : everyCall(keys)) {
            Thread.currentThread().interrupt();
            try {
                call.call();
            } catch (StorageException refused) {
                assertThat(refused.code()).isNotEmpty();
            } catch (Throwable e) {
                throw new AssertionError("Neither done nor refused", e);
            } finally {
                assertThat(Thread.interrupted()).as("still interrupted").isTrue();
            }
            assertThat(live(keys.find(OF_BRUNO))).isEqualTo(before);
        }
        KeyState other = keys.obtain(HEALTH);
        assertThat(keys.find(HEALTH)).isEqualTo(other);
        keys.destroy(LAON, ANNE);
        assertThat(keys.find(CONTACT)).isEqualTo(Samples.DESTROYED);
        keys.rotate();
        assertThat(live(keys.find(OF_BRUNO))).isEqualTo(before);
    }

    @Test
    default void noTextShowsAKey() {
        KeyStore keys = open(newDirectory());
        KeyState state = keys.obtain(CONTACT);
        byte[] secret = live(state).secret();
        List<String> texts = new ArrayList<>(List.of(keys.toString(), state.toString(), keys.id()));
        keys.close();
        texts.add(keys.toString());
        for (ThrowingCallable call : everyCall(keys)) {
            try {
                call.call();
            } catch (Throwable e) {
                addTexts(e, texts);
            }
        }
        for (String text : texts) {
            assertThat(text.toLowerCase(Locale.ROOT))
                    .doesNotContain(HexFormat.of().formatHex(secret));
            assertThat(text)
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(secret))
                    .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(secret))
                    .doesNotContain(Arrays.toString(secret))
                    .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        }
    }

    private static void addTexts(Throwable thrown, List<String> texts) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            texts.add(e.toString());
            if (e instanceof NeoException ours) {
                texts.add(ours.facts().toString());
            }
        }
    }

    private static List<ThrowingCallable> everyCall(KeyStore keys) {
        return List.of(
                () -> keys.find(CONTACT),
                () -> keys.obtain(HEALTH),
                () -> keys.destroy(LAON, ANNE),
                () -> keys.forEachDestroyed(LAON, person -> {}),
                keys::destroyedCount,
                keys::stamp,
                keys::rotate);
    }
}
