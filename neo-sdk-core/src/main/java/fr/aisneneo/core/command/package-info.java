/** Commands that may be repeated: the same id and the same body give the first result. */
package fr.aisneneo.core.command;
