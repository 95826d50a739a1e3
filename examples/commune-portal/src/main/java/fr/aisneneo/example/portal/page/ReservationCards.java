package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationStatus;
import fr.aisneneo.booking.Space;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.example.portal.page.ReservationCard.Tone;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.wording.FrenchTime;
import fr.aisneneo.example.portal.wording.SpaceWords;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes cards of reservations. */
final class ReservationCards {
    private final Services services;

    ReservationCards(Services services) {
        this.services = services;
    }

    ReservationCard of(Actor actor, Reservation reservation) {
        Optional<Space> space = services.booking().space(actor, reservation.space());
        Site site = services.territory().site(actor, reservation.site());
        Instant now = services.clock().instant();
        ZonedDateTime start =
                reservation.interval().start().atZone(reservation.slot().zone());
        ZonedDateTime end =
                reservation.interval().end().atZone(reservation.slot().zone());
        boolean cancelled = reservation.status() == ReservationStatus.CANCELLED;
        boolean begun = !now.isBefore(reservation.interval().start());
        boolean over = !now.isBefore(reservation.interval().end());
        return new ReservationCard(
                reservation.id().text(),
                Paths.reservation(reservation.id()),
                new Link(space.map(Space::name).orElse("Espace supprimé"), Paths.space(reservation.space())),
                Paths.site(site),
                FrenchTime.capital(FrenchTime.day(start.toLocalDate())),
                FrenchTime.range(start, end),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start),
                FrenchTime.duration(reservation.interval().duration()),
                quantity(space, reservation),
                cancelled ? "Annulée" : over ? "Passée" : begun ? "En cours" : "Confirmée",
                cancelled ? Tone.OFF : over ? Tone.QUIET : Tone.GOOD,
                cancelled || begun ? null : Paths.cancel(reservation.id()));
    }

    private static @Nullable String quantity(Optional<Space> space, Reservation reservation) {
        boolean whole = space.map(known -> known.capacity() == 1).orElse(reservation.quantity() == 1);
        return whole ? null : SpaceWords.places(reservation.quantity());
    }
}
