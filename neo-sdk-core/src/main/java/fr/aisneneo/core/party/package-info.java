/** Persons and organisations with dated profiles, and their personal data kept apart. */
package fr.aisneneo.core.party;
