package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.PluginException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static PluginDescriptor taking(Setting... settings) {
        return new PluginDescriptor("guest", "1", "[0.1,0.2)", "Acme", "Takes settings.", List.of(settings));
    }

    private static Setting of(SettingType type) {
        return Setting.required("thing", type, "A thing.");
    }

    @Test
    void eachTypeIsReadAsWhatItIs() {
        PluginDescriptor descriptor = taking(
                Setting.required("text", SettingType.TEXT, "A text."),
                Setting.required("number", SettingType.INTEGER, "A number."),
                Setting.required("switch", SettingType.BOOLEAN, "A switch."),
                Setting.required("wait", SettingType.DURATION, "A wait."),
                Setting.required("place", SettingType.PATH, "A place."));

        Settings settings = Settings.check(
                descriptor,
                Map.of("text", "", "number", "-42", "switch", "true", "wait", "PT1.5S", "place", "data/neo"));

        assertThat(settings.text("text")).isEmpty();
        assertThat(settings.integer("number")).isEqualTo(-42);
        assertThat(settings.bool("switch")).isTrue();
        assertThat(settings.duration("wait")).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.path("place")).isEqualTo(Path.of("data", "neo"));
    }

    @Test
    void aDefaultHoldsWhereNothingIsGiven() {
        PluginDescriptor descriptor = taking(Setting.optional("number", SettingType.INTEGER, "7", "A number."));

        assertThat(Settings.check(descriptor, Map.of()).integer("number")).isEqualTo(7);
        assertThat(Settings.check(descriptor, Map.of("number", "8")).integer("number"))
                .isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER,seven",
        "INTEGER,1.0",
        "INTEGER,99999999999999999999",
        "INTEGER,''",
        "BOOLEAN,TRUE",
        "BOOLEAN,yes",
        "BOOLEAN,''",
        "DURATION,10s",
        "DURATION,-PT1S",
        "DURATION,''"
    })
    void aTextThatItsTypeCannotReadIsRefusedWithoutRepeatingIt(SettingType type, String text) {
        assertThatThrownBy(() -> Settings.check(taking(of(type)), Map.of("thing", text)))
                .isInstanceOfSatisfying(PluginException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("plugin.setting");
                    assertThat(refusal.facts())
                            .containsEntry("setting", "thing")
                            .containsEntry("id", "guest");
                    if (!text.isEmpty()) {
                        assertThat(refusal).hasMessageNotContaining(text);
                    }
                    assertThat(refusal.message(Locale.FRENCH)).startsWith("Le réglage thing du greffon guest");
                });
    }

    @Test
    void aPathThatNoFileSystemTakesIsRefused() {
        assertThatThrownBy(() -> Settings.check(taking(of(SettingType.PATH)), Map.of("thing", "a\0b")))
                .isInstanceOf(PluginException.class);
    }

    @Test
    void aSettingThatMustBeGivenIsAskedFor() {
        assertThatThrownBy(() -> Settings.check(taking(of(SettingType.TEXT)), Map.of()))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("it must be given");
    }

    @Test
    void anUnknownSettingIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Settings.check(taking(of(SettingType.TEXT)), Map.of("thing", "x", "thin", "y")))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("The setting thin ")
                .hasMessageContaining("known: thing");
    }

    @Test
    void aSettingThatThePluginDidNotDeclareCannotBeRead() {
        Settings settings = Settings.check(taking(), Map.of());

        assertThatThrownBy(() -> settings.text("host")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsTextShowsNamesOnly() {
        Settings settings =
                Settings.check(taking(Setting.secret("password", "The password.")), Map.of("password", "open sesame"));

        assertThat(settings).hasToString("[password]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "9lives", "with space", "ünlaut", "a.b"})
    void aNameOfAnotherFormIsRefused(String name) {
        assertThatThrownBy(() -> Setting.required(name, SettingType.TEXT, "A thing."))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new PluginDescriptor(name, "1", "[0.1,0.2)", "Acme", "A thing.", List.of()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aDefaultThatItsTypeCannotReadIsRefused() {
        assertThatThrownBy(() -> Setting.optional("number", SettingType.INTEGER, "many", "A number."))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aSettingDeclaredTwiceIsRefused() {
        assertThatThrownBy(() -> taking(of(SettingType.TEXT), of(SettingType.PATH)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("settings"));
    }

    @Test
    void aDescriptorSaysSomethingOfEverything() {
        assertThatThrownBy(() -> new PluginDescriptor("guest", " ", "[0.1,0.2)", "Acme", "x", List.of()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new PluginDescriptor("guest", "1", "[0.1,0.2)", "", "x", List.of()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new PluginDescriptor("guest", "1", "[0.1,0.2)", "Acme", "x".repeat(501), List.of()))
                .isInstanceOf(InvalidInputException.class);
    }
}
