package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Setting;
import fr.aisneneo.core.plugin.SettingType;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each case of the contract finds the mistake that it is there for. */
@SuppressWarnings("JUnitMethodInvoked") // the cases are what is tested
class PluginTckFindingsTest {
    private static final String RANGE = "[0.1,0.2)";

    private static SuspectContract contractOf(String range, Setting... settings) {
        return new SuspectContract(() -> described("wrong", range, settings));
    }

    private static PluginDescriptor described(String id, String range, Setting... settings) {
        return new PluginDescriptor(id, "1", range, "Acme", "Wrong somewhere.", List.of(settings));
    }

    private static void assertFound(ThrowingCallable testCase) {
        assertThatThrownBy(testCase).isInstanceOf(AssertionError.class);
    }

    @Test
    void aDescriptorThatChanges() {
        AtomicInteger calls = new AtomicInteger();
        SuspectContract tck = new SuspectContract(() -> described("wrong-" + calls.incrementAndGet(), RANGE));

        assertFound(tck::itsDescriptorIsTheSameAtEachCallAndForEachInstance);
    }

    @Test
    void noDescriptor() {
        assertFound(new SuspectContract(() -> null)::itDescribesItself);
    }

    @Test
    void aRangeThatLeavesThisSdkOut() {
        assertFound(contractOf("[7,8)")::itsRangeHoldsTheSdkItIsTestedWith);
    }

    @Test
    void aRangeWithoutEnd() {
        assertFound(contractOf("[0.1,)")::itsRangeDoesNotPromiseToWorkWithEverySdkToCome);
    }

    @Test
    void aSettingThatNobodyCanGive() {
        assertFound(
                contractOf(RANGE, Setting.required("host", SettingType.TEXT, "The machine."))::itsSettingsCanBeGiven);
    }

    @Test
    void aPasswordThatIsNotSecret() {
        assertFound(
                contractOf(RANGE, Setting.required("db-password", SettingType.TEXT, "The password."))
                        ::itsSettingsWithSecretNamesAreSecretAndHaveNoDefault);
    }

    @Test
    void aSecretWithADefault() {
        assertFound(
                contractOf(RANGE, new Setting("pin", SettingType.TEXT, "0000", true, "The number."))
                        ::itsSettingsWithSecretNamesAreSecretAndHaveNoDefault);
    }

    @Test
    void aClassThatNobodyElseCanConstruct() {
        assertThatThrownBy(contractOf(RANGE)::itsClassAndItsConstructorWithoutParametersArePublic)
                .isInstanceOfAny(AssertionError.class, NoSuchMethodException.class);
    }

    @Test
    void aThreadThatIsStartedTooEarly() {
        CountDownLatch end = new CountDownLatch(1);
        SuspectContract tck = new SuspectContract(() -> {
            new Thread(() -> {
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .start();
            return described("wrong", RANGE);
        });
        try {
            assertFound(tck::itStartsNoThreadBeforeItIsCalled);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aPluginThatNothingDeclares(@TempDir Path directory) {
        SuspectContract tck = contractOf(RANGE);

        assertFound(tck::itIsDeclaredUnderMetaInfServices);
        assertThatThrownBy(tck::itIsFoundWithoutBeingRegistered).isInstanceOf(PluginException.class);
        assertThatThrownBy(() -> tck.itIsFoundInAPluginDirectory(directory)).isInstanceOf(PluginException.class);
    }
}
