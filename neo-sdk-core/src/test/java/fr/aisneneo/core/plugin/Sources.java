package fr.aisneneo.core.plugin;

/** Source texts of plugins, good and bad. */
final class Sources {
    static final String STORAGE = "fr.aisneneo.core.storage.spi.StoragePlugin";

    private Sources() {}

    static String sound(String packageName, String type, String id, String range) {
        return storagePlugin(packageName, type, "", describing(id, range));
    }

    static String describing(String id, String range) {
        return "return new fr.aisneneo.core.plugin.PluginDescriptor(\"" + id + "\", \"1.2.3\", \"" + range
                + "\", \"Acme\", \"Stores by road.\", java.util.List.of("
                + "fr.aisneneo.core.plugin.Setting.optional(\"wait\","
                + " fr.aisneneo.core.plugin.SettingType.DURATION, \"PT10S\", \"How long.\")));";
    }

    /** A storage plugin with more members and a body for {@code descriptor()}. */
    static String storagePlugin(String packageName, String type, String members, String descriptor) {
        return """
                package %s;
                public class %s implements fr.aisneneo.core.storage.spi.StoragePlugin {
                    %s
                    @Override
                    public fr.aisneneo.core.plugin.PluginDescriptor descriptor() {
                        %s
                    }
                    @Override
                    public fr.aisneneo.core.storage.spi.Storage open(
                            String location, fr.aisneneo.core.plugin.Settings settings) {
                        throw new UnsupportedOperationException();
                    }
                }
                """.formatted(packageName, type, members, descriptor);
    }
}
