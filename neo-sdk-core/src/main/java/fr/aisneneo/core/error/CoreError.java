package fr.aisneneo.core.error;

import java.util.Locale;
import java.util.Map;

/**
 * The codes of {@code neo-sdk-core}. Their texts stand in {@code messages_fr.properties} and
 * {@code messages_en.properties}.
 */
public enum CoreError implements ErrorCode {
    /** A field that must be given is missing or blank. */
    INPUT_REQUIRED("input.required"),
    /** A text is not of the form that the field takes. */
    INPUT_MALFORMED("input.malformed"),
    /** A text, number or list is over its bound. Facts: {@code limit}. */
    INPUT_TOO_LARGE("input.too_large"),
    /** A number or time is outside its range. Facts: {@code min}, {@code max}. */
    INPUT_OUT_OF_RANGE("input.out_of_range"),
    /** Something ends before it starts. Facts: {@code start}, {@code end}. */
    INPUT_REVERSED("input.reversed"),
    /** A text holds U+0000 or half a surrogate pair, which no store can keep. */
    INPUT_UNSTORABLE_TEXT("input.unstorable_text"),
    /** Not JSON (RFC 8259). Facts: {@code offset} in bytes. */
    JSON_MALFORMED("json.malformed"),
    /** A JSON object has a property twice. */
    JSON_DUPLICATE("json.duplicate"),
    /** A Java type that not every JSON-B provider writes and reads alike. Facts: {@code type}, {@code advice}. */
    JSON_TYPE_UNSUPPORTED("json.type_unsupported"),
    /** No JSON-B provider on the class path. */
    JSON_NO_PROVIDER("json.no_provider"),
    /** Amounts of two currencies do not go together. Facts: {@code expected}, {@code actual}. */
    MONEY_CURRENCY_MISMATCH("money.currency_mismatch"),
    /** Quantities of two units do not go together. Facts: {@code expected}, {@code actual}. */
    QUANTITY_UNIT_MISMATCH("quantity.unit_mismatch"),

    /** The policy does not grant this. Facts: {@code permission}. */
    ACTOR_FORBIDDEN("actor.forbidden"),
    /** A thing of a kind does not exist for this actor. Facts: {@code kind}, {@code id}. */
    NOT_FOUND("not_found"),

    /** A document with this id exists. Facts: {@code collection}, {@code id}. */
    DOCUMENT_EXISTS("storage.document.exists"),
    /** The document to change does not exist. Facts: {@code collection}, {@code id}. */
    DOCUMENT_MISSING("storage.document.missing"),
    /** The document changed since it was read. Facts: {@code collection}, {@code id}. */
    DOCUMENT_CHANGED("storage.document.changed"),
    /** Another document has the same unique key. Facts: {@code collection}, {@code index}. */
    UNIQUE_TAKEN("storage.unique.taken"),
    /** A cursor that was altered or belongs to another scan. */
    CURSOR_INVALID("storage.cursor.invalid"),
    /** A command id was used before with another body. Facts: {@code id}, {@code fields}. */
    COMMAND_REPEATED_DIFFERENTLY("command.repeated_differently"),
    /** A subscription of this name runs, or its handler has not returned yet. Facts: {@code name}. */
    SUBSCRIPTION_RUNNING("journal.subscription.running"),

    /** The store is closed. */
    STORAGE_CLOSED("storage.closed"),
    /** Another process or instance holds the store. Facts: {@code location}, {@code holder}. */
    STORAGE_LOCKED("storage.locked"),
    /** Waiting for other writers took too long. Facts: {@code seconds}. */
    STORAGE_BUSY("storage.busy"),
    /** The transaction lost against others more often than it may be retried. Facts: {@code attempts}. */
    STORAGE_CONFLICT("storage.conflict"),
    /** The calling thread was interrupted before the commit. */
    STORAGE_INTERRUPTED("storage.interrupted"),
    /** No space is left. Facts: {@code location}. */
    STORAGE_FULL("storage.full"),
    /** The files are damaged. Facts: {@code location}, {@code reason}. */
    STORAGE_CORRUPT("storage.corrupt"),
    /** Reading or writing failed; the store no longer takes writes. Facts: {@code reason}. */
    STORAGE_FAILED("storage.failed"),
    /** The reply to a commit was lost: it may or may not have happened. */
    STORAGE_OUTCOME_UNKNOWN("storage.outcome_unknown"),
    /** A write was tried inside a read-only transaction. */
    STORAGE_READ_ONLY("storage.read_only"),
    /** A transaction was used after its end or by another thread. */
    STORAGE_TRANSACTION_ENDED("storage.transaction_ended"),
    /**
     * A collection was declared twice in different ways, or was written by a newer version. Facts: {@code collection},
     * {@code reason}.
     */
    STORAGE_SCHEMA("storage.schema"),
    /** The transaction writes more than one may. Facts: {@code limit}. */
    STORAGE_TRANSACTION_TOO_LARGE("storage.transaction_too_large"),
    /** The engine cannot do this. Facts: {@code operation}, {@code engine}. */
    STORAGE_UNSUPPORTED("storage.unsupported"),
    /** The storage URI is not of the form {@code engine:location}. Facts: {@code uri}. */
    STORAGE_URI("storage.uri"),

    /** No plugin has this id. Facts: {@code id}, {@code known}, {@code advice}. */
    PLUGIN_UNKNOWN("plugin.unknown"),
    /** A plugin failed to load, threw, hung or lacks a class. Facts: {@code id}, {@code reason}. */
    PLUGIN_QUARANTINED("plugin.quarantined"),
    /** A plugin was made for another SDK version. Facts: {@code id}, {@code range}, {@code api}. */
    PLUGIN_INCOMPATIBLE("plugin.incompatible"),
    /** Two plugins have the same id. Facts: {@code id}, {@code first}, {@code second}. */
    PLUGIN_DUPLICATE("plugin.duplicate"),
    /** A setting of a plugin is missing, unknown or wrong. Facts: {@code id}, {@code setting}, {@code reason}. */
    PLUGIN_SETTING("plugin.setting"),
    /** A plugin yields to another one with its id. Facts: {@code id}, {@code winner}. */
    PLUGIN_SHADOWED("plugin.shadowed"),
    /** A plugin needs a class that is not there. Facts: {@code id}, {@code location}, {@code missing}. */
    PLUGIN_LACKS_CLASS("plugin.lacks_class"),
    /** A plugin threw. Facts: {@code id}, {@code location}, {@code operation}, {@code exception}. */
    PLUGIN_THREW("plugin.threw"),
    /** A plugin did not answer in time. Facts: {@code id}, {@code location}, {@code operation}, {@code seconds}. */
    PLUGIN_HUNG("plugin.hung"),
    /** The class of a plugin cannot be loaded. Facts: {@code id}, {@code location}, {@code reason}. */
    PLUGIN_UNLOADABLE("plugin.unloadable"),
    /** What a plugin says of itself is wrong. Facts: {@code id}, {@code location}, {@code reason}. */
    PLUGIN_DESCRIPTOR("plugin.descriptor"),
    /** A jar of a plugin directory cannot be read or linked. Facts: {@code location}, {@code reason}. */
    PLUGIN_JAR("plugin.jar"),
    /** A jar of a plugin directory declares no plugin. Facts: {@code location}. */
    PLUGIN_JAR_EMPTY("plugin.jar_empty"),
    /** A plugin directory is not there or cannot be listed. Facts: {@code location}. */
    PLUGIN_DIRECTORY("plugin.directory"),
    /** The thread that waited for a plugin was interrupted. Facts: {@code id}, {@code operation}. */
    PLUGIN_INTERRUPTED("plugin.interrupted"),
    /** The plugin registry is closed. */
    PLUGIN_CLOSED("plugin.closed");

    private static final MessageBundle TEXTS = MessageBundle.load(name -> CoreError.class.getResourceAsStream(name));

    private final String code;

    CoreError(String code) {
        this.code = code;
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
