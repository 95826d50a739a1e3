/** The JSON API: the same as the pages, for programs. Its description is {@code openapi.json}. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.api;
