package fr.aisneneo.core.plugin;

/** Where a plugin came from. */
public enum PluginSource {
    /** Registered by hand; wins over every other one with its id. */
    BY_HAND,
    /** Part of the SDK; yields only to one registered by hand. */
    BUILT_IN,
    /** Found on the module path by {@link java.util.ServiceLoader}. */
    MODULE_PATH,
    /** Found on the class path by {@link java.util.ServiceLoader}. */
    CLASS_PATH,
    /** Found in a jar of a plugin directory. */
    DIRECTORY
}
