package fr.aisneneo.example.benchmarks.sealing;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.SealedCollection;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Locale;
import java.util.UUID;

/**
 * The personal data that both sides keep: 400 bytes of JSON with two index entries.
 *
 * @param id a UUID
 * @param owner whose it is
 * @param name a name
 * @param email the second index
 * @param phone a telephone number
 * @param address an address
 * @param note what fills it up
 */
public record Neighbour(
        String id, PartyId owner, String name, String email, String phone, String address, String note) {
    /** Whose they are. */
    public static final TenantId TENANT = new TenantId("laon");

    /** Everything sealed but the id and the owner; entries by owner, which a sealed collection has, and by e-mail. */
    public static final SealedCollection<Neighbour> SEALED = SealedCollection.of("neighbour", Neighbour.class)
            .id(Neighbour::id)
            .owner(Neighbour::owner)
            .purpose("contact")
            .sealed("name", "email", "phone", "address", "note")
            .blindIndex("email", Neighbour::email, Neighbour::normal)
            .build();

    /** By owner. */
    public static final Index<Neighbour> BY_OWNER = Index.<Neighbour>named("by_owner")
            .string("owner", neighbour -> neighbour.owner().text())
            .build();

    /** By e-mail. */
    public static final Index<Neighbour> BY_EMAIL = Index.<Neighbour>named("by_email")
            .string("email", neighbour -> normal(neighbour.email()))
            .build();

    /** The same in the clear, with the same entries. */
    public static final DocumentCollection<Neighbour> CLEAR = DocumentCollection.json(
                    "neighbour", Neighbour.class, Neighbour::id)
            .index(BY_OWNER)
            .index(BY_EMAIL)
            .build();

    private static final String NOTE = "Préfère être appelée le soir ; ".repeat(4);

    /**
     * One of them, always the same.
     *
     * @param number which one
     * @param owner whose
     * @return the personal data
     */
    public static Neighbour of(long number, PartyId owner) {
        return new Neighbour(
                new UUID(number, number).toString(),
                owner,
                "Anne-Marie Martin-Lefèvre " + number,
                "Anne-Marie." + number + "@Example.org",
                "+33323" + (100_000 + number % 900_000),
                number % 100 + " rue de la République, 02000 Laon",
                NOTE);
    }

    private static String normal(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
