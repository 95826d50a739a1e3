package fr.aisneneo.example.portal.wording;

import fr.aisneneo.core.ledger.StatementLine;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the portal says about movements of money. */
public final class StatementWords {
    private StatementWords() {}

    /**
     * What a movement is for.
     *
     * @param line the movement
     * @param reservation the reservation that it is for, in words; null for none
     * @param cancelled whether that was cancelled
     */
    public static String purpose(StatementLine line, @Nullable String reservation, boolean cancelled) {
        if (reservation == null) {
            return withoutReservation(line);
        }
        return switch (line.transfer().kind()) {
            case PENDING -> "Réservation de " + reservation;
            case POST -> (cancelled ? "Part retenue pour l’annulation de " : "Paiement de ") + reservation;
            case VOID -> "Annulation de " + reservation;
            case REVERSAL -> "Remboursement de " + reservation;
            case SINGLE, EXPIRY -> withoutReservation(line) + " : " + reservation;
        };
    }

    private static String withoutReservation(StatementLine line) {
        return switch (line.transfer().kind()) {
            case SINGLE, POST -> line.change() > 0 ? "Versement reçu" : "Paiement";
            case PENDING -> "Somme réservée";
            case VOID, EXPIRY -> "Somme libérée";
            case REVERSAL -> "Remboursement";
        };
    }

    /** What a movement that leaves the balance as it is does to what can be spent; null for others. */
    public static @Nullable String setAside(Transfer transfer, Currency currency) {
        String amount = Money.ofMinorUnits(transfer.amount(), currency).format(Locale.FRENCH);
        if (transfer.kind() == TransferKind.PENDING) {
            return amount + " mis de côté";
        }
        return transfer.kind() == TransferKind.VOID || transfer.kind() == TransferKind.EXPIRY
                ? amount + " de nouveau disponibles"
                : null;
    }

    /** A change of a balance with its sign, such as {@code +250,00 AXO}. */
    public static String signed(long change, Currency currency) {
        return (change > 0 ? "+" : "") + Money.ofMinorUnits(change, currency).format(Locale.FRENCH);
    }

    /** Such as {@code 2 mouvements}. */
    public static String movements(int count) {
        return count == 0 ? "aucun mouvement" : count == 1 ? "1\u00a0mouvement" : count + "\u00a0mouvements";
    }
}
