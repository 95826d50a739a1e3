/** How the portal speaks French: dates, times, places, refusals. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.wording;
