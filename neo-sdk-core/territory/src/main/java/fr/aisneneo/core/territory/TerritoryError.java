package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import fr.aisneneo.core.internal.csv.CsvFault;
import fr.aisneneo.core.internal.csv.CsvLimits;
import java.util.Locale;
import java.util.Map;

/** The codes of communes and sites. */
public enum TerritoryError implements ErrorCode {
    /** A text that is no INSEE code. Facts: {@code field}. */
    INSEE_MALFORMED("territory.insee.malformed"),
    /** No commune with this code was ever imported. Facts: {@code field}, {@code code}. */
    COMMUNE_UNKNOWN("territory.commune.unknown"),
    /** The commune no longer exists. Facts: {@code field}, {@code code}, {@code through}. */
    COMMUNE_ENDED("territory.commune.ended"),
    /** More recent facts of the commune are there already. Facts: {@code code}, {@code known}, {@code given}. */
    COMMUNE_NEWER_KNOWN("territory.commune.newer_known"),
    /** Reference data of all tenants is changed by actors of the tenant {@code shared} only. Facts: {@code tenant}. */
    REFERENCE_TENANT("territory.reference.tenant"),
    /** There is no such site, or not for this actor. Facts: {@code id}. */
    SITE_NOT_FOUND("territory.site.not_found"),
    /** The tenant has as many sites as one may have. Facts: {@code limit}. */
    SITES_TOO_MANY("territory.site.too_many"),

    /** A file with problems was not imported. Facts: {@code count}, {@code first}, {@code report}. */
    IMPORT_REFUSED("territory.import.refused"),
    /** The file cannot be opened or read. Facts: {@code field}, {@code reason}. */
    IMPORT_UNREADABLE("territory.import.unreadable"),
    /** The file is empty. */
    IMPORT_EMPTY("territory.import.empty"),
    /** The file has semicolons between its columns. */
    IMPORT_SEPARATOR("territory.import.separator"),
    /** The file has a column that is not known. */
    IMPORT_COLUMN_UNKNOWN("territory.import.column_unknown"),
    /** The file has a column twice. */
    IMPORT_COLUMN_TWICE("territory.import.column_twice"),
    /** The file lacks a column. */
    IMPORT_COLUMN_MISSING("territory.import.column_missing"),
    /** A row has more or fewer fields than the header. Facts: {@code expected}, {@code found}. */
    IMPORT_ROW_WIDTH("territory.import.row_width"),
    /** A commune comes twice. Facts: {@code first}: the line where it came first. */
    IMPORT_CODE_TWICE("territory.import.code_twice"),
    /** A group of communes has a number and no name, or a name and no number. */
    IMPORT_EPCI_INCOMPLETE("territory.import.epci_incomplete"),
    /** The file has too many rows. Facts: {@code limit}. */
    IMPORT_TOO_MANY_ROWS("territory.import.too_many_rows"),
    /** The file is not UTF-8. */
    IMPORT_ENCODING("territory.import.encoding"),
    /** A quote stands inside a field. */
    IMPORT_QUOTE_IN_FIELD("territory.import.quote_in_field"),
    /** Text stands behind a closing quote. */
    IMPORT_TEXT_AFTER_QUOTE("territory.import.text_after_quote"),
    /** A quote is never closed. */
    IMPORT_QUOTE_OPEN("territory.import.quote_open"),
    /** A carriage return stands without a line feed. */
    IMPORT_LINE_BREAK("territory.import.line_break"),
    /** A field is too long. Facts: {@code characters}. */
    IMPORT_FIELD_TOO_LONG("territory.import.field_too_long"),
    /** A row has too many fields. Facts: {@code fields}. */
    IMPORT_TOO_MANY_FIELDS("territory.import.too_many_fields"),
    /** The file is too large. Facts: {@code bytes}. */
    IMPORT_TOO_LARGE("territory.import.too_large");

    private static final MessageBundle TEXTS =
            MessageBundle.load(name -> TerritoryError.class.getResourceAsStream(name));

    private final String code;

    TerritoryError(String code) {
        this.code = code;
    }

    static TerritoryError of(CsvFault fault) {
        return switch (fault) {
            case ENCODING -> IMPORT_ENCODING;
            case QUOTE_IN_FIELD -> IMPORT_QUOTE_IN_FIELD;
            case TEXT_AFTER_QUOTE -> IMPORT_TEXT_AFTER_QUOTE;
            case QUOTE_OPEN -> IMPORT_QUOTE_OPEN;
            case LINE_BREAK -> IMPORT_LINE_BREAK;
            case FIELD_TOO_LONG -> IMPORT_FIELD_TOO_LONG;
            case TOO_MANY_FIELDS -> IMPORT_TOO_MANY_FIELDS;
            case TOO_LARGE -> IMPORT_TOO_LARGE;
        };
    }

    static Map<String, Object> limits(CsvLimits limits) {
        return Map.of("bytes", limits.bytes(), "fields", limits.fields(), "characters", limits.characters());
    }

    /** A text that is no message of its own: where in a file a problem stands. */
    static String wording(String key, Locale locale, Map<String, ?> facts) {
        return TEXTS.text(key, locale, facts);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String text(Locale locale, Map<String, ?> facts) {
        return TEXTS.text(code, locale, facts);
    }
}
