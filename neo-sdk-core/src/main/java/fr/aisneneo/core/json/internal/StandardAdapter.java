package fr.aisneneo.core.json.internal;

import jakarta.json.bind.adapter.JsonbAdapter;

/**
 * An adapter and the type it is for.
 *
 * @param <T> the type
 * @param type the type
 * @param adapter its adapter
 * @param takesNumbers whether a JSON number is read too
 */
record StandardAdapter<T>(Class<T> type, JsonbAdapter<T, String> adapter, boolean takesNumbers) {}
