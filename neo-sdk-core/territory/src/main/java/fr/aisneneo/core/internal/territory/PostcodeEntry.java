package fr.aisneneo.core.internal.territory;

import fr.aisneneo.core.storage.DocumentCollection;
import java.util.List;

/**
 * The communes of a postcode: an index entry by hand, since an index of the store takes one key from each document and
 * a commune has several postcodes.
 *
 * @param postcode the postcode
 * @param codes the INSEE codes of its communes, sorted
 */
public record PostcodeEntry(String postcode, List<String> codes) {
    /** The postcodes of all communes. */
    public static final DocumentCollection<PostcodeEntry> COLLECTION = DocumentCollection.json(
                    "commune_postcode", PostcodeEntry.class, PostcodeEntry::postcode)
            .shared()
            .build();

    /** Copies the codes. */
    public PostcodeEntry {
        codes = List.copyOf(codes);
    }
}
