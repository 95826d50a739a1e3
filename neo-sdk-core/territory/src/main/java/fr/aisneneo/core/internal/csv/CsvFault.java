package fr.aisneneo.core.internal.csv;

/** What is wrong with a file as such, before anybody looks at its values. Nothing behind it can be trusted. */
public enum CsvFault {
    /** Bytes that are not UTF-8. */
    ENCODING,
    /** A quote inside a field that does not start with one. */
    QUOTE_IN_FIELD,
    /** Something other than a comma or the end of the line behind a closing quote. */
    TEXT_AFTER_QUOTE,
    /** A field that starts with a quote and has no closing one. */
    QUOTE_OPEN,
    /** A carriage return without a line feed. */
    LINE_BREAK,
    /** A field over the bound. */
    FIELD_TOO_LONG,
    /** A line with more fields than the bound. */
    TOO_MANY_FIELDS,
    /** A file over the bound. */
    TOO_LARGE
}
