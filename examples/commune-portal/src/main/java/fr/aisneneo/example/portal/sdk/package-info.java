/** The SDK as the portal uses it: what pages and API have in common. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.sdk;
