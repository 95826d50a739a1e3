/** Typed, time-ordered identifiers (UUIDv7, RFC 9562), made by the caller or by the SDK. */
package fr.aisneneo.core.id;
