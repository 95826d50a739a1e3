package fr.aisneneo.core.sealing;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Index;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How to reach somebody: what the tests seal. */
public record Contact(
        String id,
        PartyId party,
        String site,
        long visits,
        @Sealed String name,
        @Sealed @Nullable String email,
        @Sealed List<Call> calls) {

    /** A call, sealed with its contact. */
    public record Call(String number, int minutes) {}

    static final Index<SealedDocument> BY_SITE = Index.<SealedDocument>named("by_site")
            .string("site", document -> document.text("site").orElse(""))
            .build();

    static final SealedCollection<Contact> CONTACTS = SealedCollection.of("contact", Contact.class)
            .id(Contact::id)
            .owner(Contact::party)
            .purpose("contact")
            .blindIndex("email", Contact::email, text -> text.toLowerCase(Locale.ROOT))
            .index(BY_SITE)
            .build();

    static Contact of(String id, PartyId party, String name, @Nullable String email) {
        return new Contact(id, party, "laon", 3, name, email, List.of(new Call("+33323202020", 5)));
    }

    Contact named(String other) {
        return new Contact(id, party, site, visits + 1, other, email, calls);
    }
}
