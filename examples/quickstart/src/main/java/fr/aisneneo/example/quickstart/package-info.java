/** The ten lines of the README. */
package fr.aisneneo.example.quickstart;
