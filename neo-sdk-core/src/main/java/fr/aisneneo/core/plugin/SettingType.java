package fr.aisneneo.core.plugin;

/** How the text of a setting is read. */
public enum SettingType {
    /** Any text. */
    TEXT,
    /** A whole number, within {@code long}. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** An ISO 8601 duration such as {@code PT10S}, not negative. */
    DURATION,
    /** A path of the file system. */
    PATH
}
