/**
 * What extends the SDK: plugins, their descriptors and settings, and the registry that finds, checks and quarantines
 * them.
 */
package fr.aisneneo.core.plugin;
