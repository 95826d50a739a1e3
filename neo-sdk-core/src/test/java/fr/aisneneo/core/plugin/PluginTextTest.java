package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginTextTest {

    @Test
    void aReasonInsideAMessageSpeaksTheLanguageOfTheMessage() {
        PluginReason hung = new PluginReason(
                CoreError.PLUGIN_HUNG,
                Map.of("id", "acme", "location", "plugins/acme.jar", "operation", "open", "seconds", "10"));
        Map<String, Object> facts = Map.of("id", "acme", "reason", hung);

        assertThat(CoreError.PLUGIN_QUARANTINED.text(Locale.ENGLISH, facts))
                .isEqualTo(
                        "The plugin acme was set aside: The plugin acme (plugins/acme.jar) did not finish open within"
                                + " 10 seconds. How long opening a store may take is set with NeoBuilder.openWithin.");
        assertThat(CoreError.PLUGIN_QUARANTINED.text(Locale.FRENCH, facts))
                .isEqualTo(
                        "Le greffon acme a été mis à l’écart : Le greffon acme (plugins/acme.jar) n’a pas terminé open"
                                + " en 10 secondes. La durée permise pour ouvrir un stockage se règle par NeoBuilder.openWithin.");
    }
}
