package fr.aisneneo.core.internal.event;

import fr.aisneneo.core.storage.DocumentCollection;

/**
 * How far a subscriber has come.
 *
 * @param name its name
 * @param position the last event delivered
 */
public record SubscriptionPlace(String name, long position) {
    static final DocumentCollection<SubscriptionPlace> COLLECTION = DocumentCollection.json(
                    "subscription", SubscriptionPlace.class, SubscriptionPlace::name)
            .build();
}
