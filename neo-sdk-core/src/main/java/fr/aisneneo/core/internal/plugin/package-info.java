/**
 * How code that is not ours is found, loaded and called without harm: services, module layers, isolated calls. Knows
 * nothing of what a plugin is.
 */
package fr.aisneneo.core.internal.plugin;
