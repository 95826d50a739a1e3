package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.error.Localized;
import java.util.Locale;

/**
 * A few words of a refusal that are not the same in both languages.
 *
 * @param french in French
 * @param english in English
 */
record Words(String french, String english) implements Localized {
    static final Words TEXT = new Words("texte", "text");
    static final Words NUMBER = new Words("nombre", "number");
    static final Words INTEGER = new Words("nombre entier", "integer");

    static Words levels(int most) {
        return new Words(most + " niveaux", most + " levels");
    }

    static Words digits(int most) {
        return new Words(most + " chiffres", most + " digits");
    }

    static Words bytes(int most) {
        return new Words(most + " octets", most + " bytes");
    }

    @Override
    public String text(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }

    /** As in logs. */
    @Override
    public String toString() {
        return english;
    }
}
