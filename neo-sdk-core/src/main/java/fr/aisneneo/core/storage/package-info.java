/**
 * The store as domains use it: typed {@linkplain fr.aisneneo.core.storage.DocumentCollection collections}, transactions
 * that join, and scans with cursors.
 *
 * <pre>{@code
 * static final Index<Note> BY_DAY = Index.<Note>named("by_day").string("room", Note::room).instant("at", Note::at).build();
 * static final DocumentCollection<Note> NOTES =
 *         DocumentCollection.json("note", Note.class, Note::id).index(BY_DAY).build();
 *
 * store.declare(NOTES);
 * store.write(Contention.on(tenant, "room", room), tx -> tx.documents(NOTES, tenant).insert(note));
 * Page<Note> day = store.read(tx -> tx.documents(NOTES, tenant)
 *         .scan(Scan.by(BY_DAY).equalTo(room).from(morning).before(evening).limit(100)));
 * }</pre>
 *
 * <p>What an engine implements is {@link fr.aisneneo.core.storage.spi}.
 */
package fr.aisneneo.core.storage;
