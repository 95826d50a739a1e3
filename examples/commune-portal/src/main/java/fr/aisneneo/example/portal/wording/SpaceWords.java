package fr.aisneneo.example.portal.wording;

import fr.aisneneo.booking.BookingRules;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the portal says about spaces. */
public final class SpaceWords {
    private SpaceWords() {}

    /** The name of the drawing of a kind. */
    public static String icon(SpaceKind kind) {
        return switch (kind) {
            case COWORKING -> "desk";
            case TRAINING_ROOM -> "training";
            case MULTIMEDIA_STUDIO -> "studio";
            case EXPERIMENTATION_LAB -> "lab";
        };
    }

    /** What is found in a space of a kind. */
    public static String description(SpaceKind kind) {
        return switch (kind) {
            case COWORKING -> "Des postes de travail partagés, avec connexion, imprimante et cabines d’appel.";
            case TRAINING_ROOM -> "Une salle équipée pour former et se réunir : écran, tableau, tables mobiles.";
            case MULTIMEDIA_STUDIO -> "Un studio pour enregistrer du son, filmer et diffuser en direct.";
            case EXPERIMENTATION_LAB -> "Un atelier pour essayer : fabrication numérique, capteurs, électronique.";
        };
    }

    /** How much of it can be reserved. */
    public static String capacity(Space space) {
        return space.capacity() == 1 ? "se réserve en entier" : places(space.capacity());
    }

    /** Such as {@code 1 place}, {@code 12 places}. */
    public static String places(int quantity) {
        return quantity + (quantity < 2 ? "\u00a0place" : "\u00a0places");
    }

    /** The rules in a few words each. */
    public static List<String> rules(BookingRules rules) {
        List<String> said = new ArrayList<>();
        said.add("Une réservation dure de " + FrenchTime.duration(rules.shortest()) + " à "
                + FrenchTime.duration(rules.longest()) + ".");
        said.add("Elle commence et finit toutes les " + FrenchTime.duration(rules.granularity()) + ".");
        said.add("On réserve jusqu’à " + rules.horizonDays() + "\u00a0jours à l’avance, et on annule jusqu’au début.");
        if (!rules.before().isZero() || !rules.after().isZero()) {
            said.add("Autour de chaque réservation, l’espace reste libre pour être préparé : " + buffers(rules) + ".");
        }
        return said;
    }

    private static String buffers(BookingRules rules) {
        List<String> parts = new ArrayList<>();
        if (!rules.before().equals(Duration.ZERO)) {
            parts.add(FrenchTime.duration(rules.before()) + " avant");
        }
        if (!rules.after().equals(Duration.ZERO)) {
            parts.add(FrenchTime.duration(rules.after()) + " après");
        }
        return String.join(", ", parts);
    }

    /** What a site has, such as {@code 12 places de coworking, 2 salles de formation}. */
    public static String summary(List<Space> spaces) {
        Map<SpaceKind, Integer> counts = new EnumMap<>(SpaceKind.class);
        for (Space space : spaces) {
            counts.merge(space.kind(), space.kind() == SpaceKind.COWORKING ? space.capacity() : 1, Integer::sum);
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((kind, count) -> parts.add(count(kind, count)));
        return String.join(", ", parts);
    }

    private static String count(SpaceKind kind, int count) {
        if (kind == SpaceKind.COWORKING) {
            return count + "\u00a0" + (count == 1 ? "poste" : "postes") + " de coworking";
        }
        String name = kind.name(Locale.FRENCH).toLowerCase(Locale.FRENCH);
        return count == 1 ? name : count + "\u00a0" + name.replaceFirst("^(\\p{L}+)", "$1s");
    }
}
