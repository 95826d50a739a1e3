package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.Siren;
import fr.aisneneo.core.text.PlainLine;

/**
 * A group of communes with its own taxes (établissement public de coopération intercommunale à fiscalité propre).
 *
 * @param siren its number
 * @param name its name, 1 to {@value #LONGEST_NAME} characters
 */
public record Epci(Siren siren, String name) {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 150;

    /**
     * Checks the name.
     *
     * @throws InvalidInputException {@code input.required}, {@code input.too_large} or {@code input.malformed}
     */
    public Epci {
        if (siren == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, "epci.siren");
        }
        name = PlainLine.require(name, "epci.name", LONGEST_NAME);
    }
}
