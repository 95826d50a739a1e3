/**
 * A whole store as a stream of JSON lines, out of one engine and into another:
 * {@link fr.aisneneo.core.transfer.Transfer}.
 *
 * <p><b>The format</b>, {@code aisne-neo-export} version 1. UTF-8; every line is a JSON object without white space and
 * ends with a line feed; members stand in the order shown. No line is longer than 6 MiB.
 *
 * <ol>
 *   <li>One header: {@code {"format":"aisne-neo-export","version":1,"at":…,"engine":…,"sdk":…,"collections":[…]}},
 *       {@code at} by the SDK's clock. Each collection, in the order of their names, is
 *       {@code {"name":…,"schema":…,"body":…,"scope":…,"package":…,"indexes":[…]}}: its schema version, {@code json} or
 *       {@code binary}, {@code tenant} or {@code shared}, the Java package that declares its type, the names of its
 *       indexes.
 *   <li>Documents, in the order of collections, tenants and ids (by code point):
 *       {@code {"collection":…,"tenant":…,"id":…,"json":{…}}}. The body is canonical: members by name, no white space,
 *       no needless escapes, numbers without an exponent unless that spares more than twenty zeros. A binary body is
 *       {@code "base64":"…"} (RFC 4648, section 4) in the place of {@code "json"}; so is a JSON body that has no
 *       canonical form of up to 4 MiB, which no codec of the SDK writes.
 *   <li>After each thousand documents, or as soon as 4 MiB of lines have come together, and after the last document, a
 *       check line: {@code {"chunk":…,"documents":…,"sha256":"…"}} with the number of the chunk, how many documents
 *       there were so far, and the SHA-256, in hexadecimal, of every byte of the file before this line.
 *   <li>At the end {@code {"end":{…},"documents":…,"sha256":"…"}}: the number of documents of each collection that has
 *       any, of all, and the SHA-256 of every byte before this line.
 * </ol>
 *
 * <p>There is one way to write a store down: equal stores give the same lines, the header's time and engine aside.
 * Versions of documents, which engines give, and index entries, which follow from the bodies, are not in it; neither is
 * the collection {@code transfer_import} in which an import keeps its place.
 */
package fr.aisneneo.core.transfer;
