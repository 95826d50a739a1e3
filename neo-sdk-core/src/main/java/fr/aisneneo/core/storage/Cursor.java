package fr.aisneneo.core.storage;

/**
 * Where a page ended. Opaque text that may travel to a client and back; it says nothing of other tenants and opens
 * nothing beyond the range of the scan it is used with.
 *
 * @param text URL-safe ASCII
 */
public record Cursor(String text) {}
