package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.web.Frame;
import java.util.List;
import java.util.Map;

/**
 * What a reservation costs, before it is made.
 *
 * @param frame what stands around it
 * @param site the site and its page
 * @param space the space and its week
 * @param action where the answer is sent
 * @param reservation the identifier that the reservation will have, so that sending twice reserves and pays once
 * @param fields what was typed, by the names of the form
 * @param day which day
 * @param time from when to when
 * @param price the price
 * @param agreed the price for the form, in minor units
 * @param available what can be spent now
 * @param left what could be spent afterwards
 * @param terms when how much of it is kept
 * @param back the form, as it was typed
 */
public record ConfirmView(
        Frame frame,
        Link site,
        Link space,
        String action,
        String reservation,
        Map<String, String> fields,
        String day,
        String time,
        String price,
        String agreed,
        String available,
        String left,
        List<String> terms,
        String back) {}
