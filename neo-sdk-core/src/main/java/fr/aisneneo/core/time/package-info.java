/** From when to when something is true. */
package fr.aisneneo.core.time;
