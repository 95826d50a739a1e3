package fr.aisneneo.example.portal.api;

import fr.aisneneo.core.territory.Commune;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commune.
 *
 * @param code its INSEE code
 * @param name its name
 * @param postcodes its postcodes
 * @param population its legal population, where it is known
 * @param epci its group of communes, where it is in one
 */
public record CommuneJson(
        String code,
        String name,
        List<String> postcodes,
        @Nullable Integer population,
        @Nullable String epci) {

    /**
     * Several communes.
     *
     * @param items the communes
     */
    public record All(List<CommuneJson> items) {}

    static CommuneJson of(Commune commune) {
        return new CommuneJson(
                commune.code().value(),
                commune.name(),
                commune.postcodes(),
                commune.population(),
                commune.epci() == null ? null : commune.epci().name());
    }
}
