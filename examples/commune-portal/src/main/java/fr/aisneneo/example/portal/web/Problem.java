package fr.aisneneo.example.portal.web;

import org.jspecify.annotations.Nullable;

/**
 * A refusal for programs: problem details as in RFC 9457, with the SDK's stable code.
 *
 * @param type identifies the kind of problem; not an address to follow
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what happened, for a person, in the language that was asked for
 * @param code the stable code, for programs
 * @param field the field that is wrong, if it is about one
 * @param instance the reference of this request, as the log has it
 * @param alternative a free slot instead of the one that was refused, if one was looked for and found
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field,
        String instance,
        @Nullable FreeSlot alternative) {
    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A stretch of time that can be reserved.
     *
     * @param start the start, local time with offset
     * @param end the end, local time with offset
     */
    public record FreeSlot(String start, String end) {}
}
