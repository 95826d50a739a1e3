/** What the directory keeps beside its own values. */
package fr.aisneneo.core.internal.directory;
