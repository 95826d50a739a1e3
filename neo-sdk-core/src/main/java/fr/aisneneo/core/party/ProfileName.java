package fr.aisneneo.core.party;

import fr.aisneneo.core.error.Localized;
import java.util.Locale;

/** The name of a profile inside a message. */
record ProfileName(ProfileKind kind) implements Localized {

    @Override
    public String text(Locale locale) {
        return PartyError.wording("party.profile.kind." + kind, locale);
    }

    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
