package fr.aisneneo.core.plugin;

/** What became of a plugin that was found. */
public enum PluginStatus {
    /** A URI or a setting named it, and it is in use. */
    CHOSEN,
    /** It could be used; nobody has named it. */
    AVAILABLE,
    /** It is sound but may not be used here: a duplicate, made for another SDK, wrong settings. */
    REFUSED,
    /** It failed to load, threw, hung or lacks a class. */
    QUARANTINED
}
