package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationId;
import fr.aisneneo.booking.ReservationStatus;
import fr.aisneneo.booking.Space;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.ledger.StatementLine;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.payment.PaidBooking;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.wording.FrenchTime;
import fr.aisneneo.example.portal.wording.StatementWords;
import fr.aisneneo.example.portal.wording.Wording;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes rows of the lines of a statement, and looks up each reservation once. Used by one request. */
final class StatementRows {
    private final Services services;
    private final Actor actor;
    private final Currency currency;
    private final Map<UUID, Optional<Reservation>> reservations = new HashMap<>();

    StatementRows(Services services, Actor actor, Currency currency) {
        this.services = services;
        this.actor = actor;
        this.currency = currency;
    }

    AccountView.Row of(StatementLine line) {
        Transfer transfer = line.transfer();
        ZonedDateTime at = transfer.at().atZone(Wording.ZONE);
        Optional<Reservation> reservation = reservation(transfer);
        boolean cancelled = reservation
                .filter(found -> found.status() == ReservationStatus.CANCELLED)
                .isPresent();
        return new AccountView.Row(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at),
                FrenchTime.dateWithoutYear(at.toLocalDate()) + ", " + FrenchTime.time(at.toLocalTime()),
                StatementWords.purpose(line, reservation.map(this::words).orElse(null), cancelled),
                reservation.map(found -> Paths.reservation(found.id())).orElse(null),
                StatementWords.setAside(transfer, currency),
                StatementWords.signed(line.change(), currency),
                Money.ofMinorUnits(line.balance(), currency).format(Locale.FRENCH));
    }

    private Optional<Reservation> reservation(Transfer transfer) {
        UUID reference = transfer.reference();
        return reference == null || transfer.code() != PaidBooking.PURPOSE
                ? Optional.empty()
                : reservations.computeIfAbsent(
                        reference, id -> services.booking().find(actor, new ReservationId(id)));
    }

    private String words(Reservation reservation) {
        String space = services.booking()
                .space(actor, reservation.space())
                .map(Space::name)
                .orElse("un espace");
        return space + ", "
                + FrenchTime.dateWithoutYear(reservation.slot().start().toLocalDate());
    }
}
