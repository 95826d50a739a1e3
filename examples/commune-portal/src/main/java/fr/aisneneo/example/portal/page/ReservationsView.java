package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.web.Frame;
import java.util.List;

/**
 * One's own reservations.
 *
 * @param frame what stands around it
 * @param upcoming those to come and under way, the next first
 * @param past those of the past and the cancelled ones, the latest first
 * @param more whether there are older ones that are not shown
 */
public record ReservationsView(Frame frame, List<ReservationCard> upcoming, List<ReservationCard> past, boolean more) {}
