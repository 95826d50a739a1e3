package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that reserves a space.
 *
 * @param frame what stands around it
 * @param site the site and its page
 * @param space the space and its week
 * @param action where the form is sent
 * @param reservation the identifier that the reservation will have, so that sending twice reserves once
 * @param date the day
 * @param start from when
 * @param end until when
 * @param quantity how many places
 * @param repeated the times in the form that the clock shows twice
 * @param most the most places that can be asked for
 * @param whole whether the space is only reserved as a whole, so that no quantity is asked for
 * @param refusal why the reservation was refused, if it was
 * @param alternative what is free instead, if something is
 * @param today the first day that can be chosen
 * @param rules what holds for reservations of this space
 * @param price what it costs and what there is to pay it with; empty if it costs nothing
 */
public record BookingView(
        Frame frame,
        Link site,
        Link space,
        String action,
        String reservation,
        FormField date,
        FormField start,
        FormField end,
        FormField quantity,
        List<RepeatedTime> repeated,
        int most,
        boolean whole,
        @Nullable String refusal,
        @Nullable Link alternative,
        String today,
        List<String> rules,
        List<String> price) {

    /** The fields that something is wrong with, in their order. */
    public List<FormField> errors() {
        return List.of(date, start, end, quantity).stream()
                .filter(field -> field.error() != null)
                .toList();
    }
}
