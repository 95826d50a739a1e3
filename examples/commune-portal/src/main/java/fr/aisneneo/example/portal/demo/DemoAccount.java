package fr.aisneneo.example.portal.demo;

import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.example.portal.account.Account;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the demonstration. None of them exists.
 *
 * @param key how the sign-in names them
 * @param description who that is meant to be
 * @param account the account as the portal knows it
 */
public record DemoAccount(String key, String description, Account account) {
    /** Everybody. */
    public static final List<DemoAccount> ALL = List.of(
            of("camille", "c1", "Camille Martin", "Habitante de Laon", Role.MEMBER),
            of("idriss", "c2", "Idriss Lefèvre", "Indépendant à Soissons", Role.MEMBER),
            of("atelier", "c3", "L’Atelier des possibles", "Association de Saint-Quentin", Role.MEMBER),
            of(
                    "accueil",
                    "c4",
                    "Nadia Petit",
                    "Accueil des sites : voit la journée et les réservations de tous",
                    Role.OPERATOR));

    private static DemoAccount of(String key, String party, String name, String description, Role role) {
        PartyId id = PartyId.parse("01930000-0000-7000-8000-0000000000" + party);
        return new DemoAccount(key, description, new Account(id, name, Set.of(role)));
    }

    /** The account with a key. */
    public static Optional<DemoAccount> find(@Nullable String key) {
        return ALL.stream().filter(account -> account.key.equals(key)).findFirst();
    }

    /** The name of a party, for operators. */
    public static String nameOf(PartyId party) {
        return ALL.stream()
                .filter(known -> known.account.party().equals(party))
                .map(DemoAccount::name)
                .findFirst()
                .orElse("Compte inconnu");
    }

    /** What they are called. */
    public String name() {
        return account.name();
    }
}
