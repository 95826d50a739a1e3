package fr.aisneneo.example.portal.page;

import fr.aisneneo.core.territory.Address;
import fr.aisneneo.core.territory.Commune;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.Territory;
import java.util.List;
import java.util.stream.Stream;

/** Where sites are, in words. */
final class Places {
    private Places() {}

    /** Such as {@code 02000 Laon}. */
    static String of(Commune commune) {
        return commune.postcodes().isEmpty()
                ? commune.name()
                : commune.postcodes().get(0) + " " + commune.name();
    }

    /** Line by line: the address, or at least the commune. */
    static List<String> lines(Site site, Territory territory) {
        Address address = site.address();
        if (address == null) {
            return territory.commune(site.commune()).map(Places::of).stream().toList();
        }
        return Stream.of(address.street(), address.complement(), address.postcode() + " " + address.locality())
                .filter(line -> line != null && !line.isEmpty())
                .toList();
    }
}
