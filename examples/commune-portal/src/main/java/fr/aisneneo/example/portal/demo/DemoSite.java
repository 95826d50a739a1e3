package fr.aisneneo.example.portal.demo;

import static fr.aisneneo.booking.SpaceKind.COWORKING;
import static fr.aisneneo.booking.SpaceKind.EXPERIMENTATION_LAB;
import static fr.aisneneo.booking.SpaceKind.MULTIMEDIA_STUDIO;
import static fr.aisneneo.booking.SpaceKind.TRAINING_ROOM;

import fr.aisneneo.booking.Space;
import fr.aisneneo.core.territory.InseeCode;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.example.portal.wording.Wording;
import java.util.List;

/**
 * A site of the demonstration with its spaces. Rooms bear names of people from the Aisne. Identifiers are fixed, so
 * that loading them again finds what is there.
 *
 * @param number tells the sites apart, 1 to 9
 * @param name what it is called
 * @param insee the INSEE code of its commune
 * @param spaces its spaces
 */
record DemoSite(int number, String name, String insee, List<DemoSpace> spaces) {
    /** The hub and the five branches. */
    static final List<DemoSite> ALL = List.of(
            new DemoSite(
                    1,
                    "Hub de Laon",
                    "02408",
                    List.of(
                            new DemoSpace(1, COWORKING, "Espace de coworking", 24),
                            new DemoSpace(2, TRAINING_ROOM, "Salle Condorcet", 1),
                            new DemoSpace(3, TRAINING_ROOM, "Salle Camille Claudel", 1),
                            new DemoSpace(4, MULTIMEDIA_STUDIO, "Studio multimédia", 1),
                            new DemoSpace(5, EXPERIMENTATION_LAB, "Laboratoire d’expérimentation", 6).costing(4_00))),
            new DemoSite(
                    2,
                    "Antenne de Saint-Quentin",
                    "02691",
                    List.of(
                            new DemoSpace(1, COWORKING, "Espace de coworking", 16),
                            new DemoSpace(2, TRAINING_ROOM, "Salle Quentin de La Tour", 1).costing(12_00),
                            new DemoSpace(3, MULTIMEDIA_STUDIO, "Studio multimédia", 1).costing(20_00),
                            new DemoSpace(4, EXPERIMENTATION_LAB, "Laboratoire d’expérimentation", 4).costing(4_00))),
            new DemoSite(
                    3,
                    "Antenne de Soissons",
                    "02722",
                    List.of(
                            new DemoSpace(1, COWORKING, "Espace de coworking", 12),
                            new DemoSpace(2, TRAINING_ROOM, "Salle Alexandre Dumas", 1),
                            new DemoSpace(3, MULTIMEDIA_STUDIO, "Studio multimédia", 1).costing(20_00))),
            new DemoSite(
                    4,
                    "Antenne de Château-Thierry",
                    "02168",
                    List.of(
                            new DemoSpace(1, COWORKING, "Espace de coworking", 10),
                            new DemoSpace(2, TRAINING_ROOM, "Salle La Fontaine", 1).costing(10_00),
                            new DemoSpace(3, EXPERIMENTATION_LAB, "Laboratoire d’expérimentation", 4).costing(4_00))),
            new DemoSite(
                    5,
                    "Antenne de Vervins",
                    "02789",
                    List.of(
                            new DemoSpace(1, COWORKING, "Espace de coworking", 6),
                            new DemoSpace(2, TRAINING_ROOM, "Salle Racine", 1))),
            new DemoSite(
                    6,
                    "Antenne d’Hirson",
                    "02381",
                    List.of(
                            new DemoSpace(1, COWORKING, "Espace de coworking", 8).dayAndNight(),
                            new DemoSpace(2, TRAINING_ROOM, "Salle Paul Claudel", 1))));

    private boolean hub() {
        return number == 1;
    }

    Site site() {
        return Site.of(
                SiteId.parse("01930000-0000-7000-8000-0000000001" + number + "0"),
                name,
                hub() ? SiteKind.HUB : SiteKind.BRANCH,
                new InseeCode(insee),
                Wording.ZONE);
    }

    List<Space> bookable() {
        return spaces.stream().map(this::bookable).toList();
    }

    Space bookable(DemoSpace space) {
        return space.at(site(), "01930000-0000-7000-8000-0000000002" + number + space.number(), hub());
    }
}
