/** Signed-in browsers, and the proof that what they send was meant. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.session;
