package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One reservation.
 *
 * @param frame what stands around it
 * @param card what it is
 * @param fresh whether it was made a moment ago
 * @param holder whose it is, for operators
 * @param money what is set aside for it, if something is
 * @param back where to go from here
 */
public record ReservationView(
        Frame frame,
        ReservationCard card,
        boolean fresh,
        @Nullable String holder,
        @Nullable String money,
        Link back) {}
