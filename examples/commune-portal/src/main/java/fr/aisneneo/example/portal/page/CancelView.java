package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The question before a reservation is cancelled.
 *
 * @param frame what stands around it
 * @param card what it is
 * @param action where the answer is sent
 * @param holder whose it is, for operators
 * @param money what becomes of the money that is set aside, if some is
 * @param agreed what of it is kept, for the form, in minor units; empty if nothing is set aside
 * @param refusal why it cannot be cancelled, if that was tried
 */
public record CancelView(
        Frame frame,
        ReservationCard card,
        String action,
        @Nullable String holder,
        @Nullable String money,
        String agreed,
        @Nullable String refusal) {}
