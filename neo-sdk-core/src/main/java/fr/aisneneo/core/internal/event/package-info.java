/** The journal over the store, and the threads of its subscribers. */
package fr.aisneneo.core.internal.event;
