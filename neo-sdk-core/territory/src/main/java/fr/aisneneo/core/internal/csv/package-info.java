/** Comma-separated values as RFC 4180 has them, read strictly and in bounded memory. */
package fr.aisneneo.core.internal.csv;
