/** Text that comes from people: bounded, one line, nothing invisible. */
package fr.aisneneo.core.text;
