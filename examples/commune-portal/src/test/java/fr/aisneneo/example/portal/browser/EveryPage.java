package fr.aisneneo.example.portal.browser;

import com.microsoft.playwright.Page;
import fr.aisneneo.example.portal.Places;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Leads a browser past every page of the portal, in every state that looks different. */
final class EveryPage {
    private static final Map<String, String> FOR_ALL = new TreeMap<>(Map.of(
            "accueil", "/",
            "recherche", "/?commune=saint",
            "recherche-vide", "/?commune=zzz",
            "site", "/sites/" + Places.HUB,
            "semaine", "/espaces/" + Places.CONDORCET + "?semaine=2026-11-24",
            "semaine-places", "/espaces/" + Places.COWORKING + "?semaine=2026-11-24",
            "semaine-noel", "/espaces/" + Places.COWORKING + "?semaine=2026-12-25",
            "connexion", "/connexion",
            "accessibilite", "/accessibilite",
            "introuvable", "/nulle-part"));

    private EveryPage() {}

    /** Shows each page to a check, with its name. */
    static void show(Page page, URI portal, BiConsumer<Page, String> check) {
        Walk walk = new Walk(page, portal);
        prepare(walk);
        List<Map.Entry<String, String>> own = new ArrayList<>();
        own.add(Map.entry("mes-reservations", "/reservations"));
        own.add(Map.entry("reserver", "/espaces/" + Places.CONDORCET + "/reserver"));
        own.add(Map.entry("reserver-places", "/espaces/" + Places.COWORKING + "/reserver"));
        FOR_ALL.forEach((name, path) -> check.accept(walk.go(path).page(), name));
        own.add(Map.entry("semaine-nuits", "/espaces/" + Places.NIGHTS + "?semaine=2027-03-22"));
        own.add(Map.entry(
                "reserver-heure-double",
                "/espaces/" + Places.NIGHTS + "/reserver?debut=2027-10-31T02:00&fin=2027-10-31T02:00&fin-bis=oui"));
        own.add(Map.entry("compte", "/compte"));
        own.add(Map.entry("recevoir", "/compte/recevoir"));
        own.add(Map.entry("recevoir-erreur", "/compte/recevoir?montant=douze"));
        own.forEach(entry -> check.accept(walk.go(entry.getValue()).page(), entry.getKey()));

        walk.go("/reservations").follow("Mardi 24 novembre 2026");
        check.accept(page, "reservation");
        walk.follow("Annuler cette réservation");
        check.accept(page, "annuler");
        walk.book(Places.CONDORCET, "2026-11-24", "09:30", "10:30");
        check.accept(page, "conflit");
        walk.book(Places.CONDORCET, "2026-11-24", "19:30", "10:30");
        check.accept(page, "erreur");

        walk.go("/espaces/" + Places.LAB + "/reserver")
                .fill("Date", "2026-11-26")
                .fill("Début", "10:00")
                .fill("Fin", "12:00")
                .press("Vérifier le prix");
        check.accept(page, "prix");

        walk.signIn("Nadia Petit").go("/exploitation/" + Places.HUB + "?jour=2026-11-24");
        check.accept(page, "exploitation");
        walk.follow("de 9 h à 10 h");
        check.accept(page, "reservation-exploitant");
    }

    private static void prepare(Walk walk) {
        walk.signIn("Camille Martin");
        walk.book(Places.CONDORCET, "2026-11-24", "09:00", "10:00");
        walk.book(Places.COWORKING, "2026-11-24", "09:00", "16:00");
    }
}
