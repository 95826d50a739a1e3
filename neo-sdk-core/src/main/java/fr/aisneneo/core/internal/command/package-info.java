/** The memory of commands, in the store. */
package fr.aisneneo.core.internal.command;
