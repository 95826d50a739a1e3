/** What names are found by. */
package fr.aisneneo.core.internal.text;
