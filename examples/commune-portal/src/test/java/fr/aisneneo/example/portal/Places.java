package fr.aisneneo.example.portal;

/** Identifiers of the demonstration that tests use. */
public final class Places {
    public static final String HUB = "01930000-0000-7000-8000-000000000110";
    public static final String VERVINS = "01930000-0000-7000-8000-000000000150";
    /** The coworking space of the hub: 24 places, from 8 to 19 o'clock. */
    public static final String COWORKING = "01930000-0000-7000-8000-000000000211";
    /** A room of the hub, reserved as a whole, from 8:30 to 19 o'clock, a quarter of an hour free after each use. */
    public static final String CONDORCET = "01930000-0000-7000-8000-000000000212";

    public static final String CLAUDEL = "01930000-0000-7000-8000-000000000213";
    public static final String STUDIO = "01930000-0000-7000-8000-000000000214";

    /** The coworking space of Hirson: 8 places, open day and night. */
    public static final String NIGHTS = "01930000-0000-7000-8000-000000000261";

    /** A room of Saint-Quentin that costs 12 AXO an hour, from 9 to 12:30 and from 13:30 to 18 o'clock. */
    public static final String LA_TOUR = "01930000-0000-7000-8000-000000000222";

    /** The laboratory of the hub: 6 places of 4 AXO an hour each, from Tuesday to Saturday. */
    public static final String LAB = "01930000-0000-7000-8000-000000000215";

    private Places() {}
}
