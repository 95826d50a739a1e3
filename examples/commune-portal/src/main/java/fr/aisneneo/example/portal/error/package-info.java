/** What is refused, and how HTTP says it. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.error;
