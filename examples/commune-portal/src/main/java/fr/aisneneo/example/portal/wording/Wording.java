package fr.aisneneo.example.portal.wording;

import fr.aisneneo.example.portal.error.Failure;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Refusals for people: the SDK's sentences, with fields, dates and durations called what the page calls them. */
public final class Wording {
    /** Whose clock the portal speaks of where nothing else says so. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("slot.start", "« Début »"),
            Map.entry("slot.end", "« Fin »"),
            Map.entry("end", "« Fin »"),
            Map.entry("start", "« Début »"),
            Map.entry("date", "« Date »"),
            Map.entry("amount", "« Montant »"),
            Map.entry("mois", "« Mois »"),
            Map.entry("quantity", "« Places »"),
            Map.entry("slot.zone", "« Fuseau horaire »"),
            Map.entry("zone", "« Fuseau horaire »"),
            Map.entry("name", "« Commune »"));

    private Wording() {}

    /** The message of a refusal, in French. */
    public static String message(Failure failure) {
        Map<String, Object> facts = new LinkedHashMap<>();
        failure.facts().forEach((name, fact) -> facts.put(name, inWords(name, fact)));
        return failure.code().text(Locale.FRENCH, facts);
    }

    private static Object inWords(String name, Object fact) {
        if (name.equals("field")) {
            return FIELDS.getOrDefault(fact.toString(), fact.toString());
        }
        if (fact instanceof TemporalAccessor time) {
            return FrenchTime.anyTime(time, ZONE);
        }
        return fact instanceof Duration duration ? FrenchTime.duration(duration) : fact;
    }

    /** What kind of answer an HTTP status is, in a few words. */
    public static String title(int status, Locale language) {
        boolean french = language.getLanguage().equals("fr");
        return switch (status) {
            case 400 -> french ? "Demande incorrecte" : "Bad request";
            case 401 -> french ? "Connexion nécessaire" : "Sign-in required";
            case 403 -> french ? "Accès refusé" : "Forbidden";
            case 404 -> french ? "Page introuvable" : "Not found";
            case 405 -> french ? "Méthode refusée" : "Method not allowed";
            case 408 -> french ? "Délai dépassé" : "Request timeout";
            case 409 -> french ? "Déjà pris" : "Conflict";
            case 413 -> french ? "Demande trop volumineuse" : "Content too large";
            case 415 -> french ? "Type de contenu refusé" : "Unsupported media type";
            case 422 -> french ? "Demande refusée" : "Refused by a rule";
            case 503 -> french ? "Service momentanément indisponible" : "Service unavailable";
            default ->
                status < 500
                        ? (french ? "Demande refusée" : "Request refused")
                        : (french ? "Erreur" : "Internal error");
        };
    }
}
