package fr.aisneneo.core.plugin;

import java.util.List;

/** A sound guest. */
record SamplePlugin(PluginDescriptor descriptor, String greeting) implements GuestPlugin {

    static SamplePlugin of(String id, Setting... settings) {
        return new SamplePlugin(
                new PluginDescriptor(id, "1.0", "[0.1,0.2)", "Acme", "Says hello.", List.of(settings)), "by hand");
    }
}
