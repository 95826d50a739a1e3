package fr.aisneneo.booking;

import java.util.Locale;

/** What a space is for. Values may be added: treat one that is not known like any other room. */
public enum SpaceKind {
    /** Desks to work at, each booking taking one or more of them. */
    COWORKING("Espace de coworking", "Coworking space"),
    /** A room for courses and meetings. */
    TRAINING_ROOM("Salle de formation", "Training room"),
    /** A studio for sound, pictures and streaming. */
    MULTIMEDIA_STUDIO("Studio multimédia", "Multimedia studio"),
    /** A workshop with machines to try things out. */
    EXPERIMENTATION_LAB("Laboratoire d’expérimentation", "Experimentation lab");

    private final String french;
    private final String english;

    SpaceKind(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /**
     * Its name for people.
     *
     * @param locale French for {@code fr}, English otherwise
     * @return the name
     */
    public String name(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }
}
