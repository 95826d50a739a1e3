package fr.aisneneo.example.portal.wording;

import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.payment.CancellationTerms;
import fr.aisneneo.example.portal.payment.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the portal says about what reservations cost. */
public final class PaymentWords {
    private PaymentWords() {}

    /** Such as {@code 12,00 AXO de l’heure}, and of each place where there are several. */
    public static String hourly(Money hourly, int capacity) {
        return hourly.format(Locale.FRENCH) + " de l’heure" + (capacity > 1 ? " et par place" : "");
    }

    /** What becomes of the money when a reservation is cancelled now. */
    public static String settlement(Settlement settlement) {
        String kept = settlement.kept().format(Locale.FRENCH);
        String givenBack = settlement.givenBack().format(Locale.FRENCH);
        if (settlement.kept().isZero()) {
            return "Rien n’est retenu : " + givenBack + " seront de nouveau disponibles sur le compte.";
        }
        return settlement.givenBack().isZero()
                ? kept + " sont retenus, c’est-à-dire tout ce qui était mis de côté ; rien n’est rendu."
                : kept + " sont retenus, et " + givenBack + " seront de nouveau disponibles sur le compte.";
    }

    /** When how much is kept, one sentence each. */
    public static List<String> terms(CancellationTerms terms) {
        List<String> said = new ArrayList<>();
        for (CancellationTerms.Tier tier : terms.tiers()) {
            String kept =
                    tier.keptPercent() == 0 ? "rien n’est retenu" : tier.keptPercent() + "\u00a0% du prix sont retenus";
            said.add("Annulation au moins " + FrenchTime.duration(tier.before()) + " avant le début : " + kept + ".");
        }
        said.add("Plus tard : le prix entier est retenu.");
        return said;
    }
}
