/** What a store of keys is, for those who bring their own: a hardware module, a vault, another machine. */
package fr.aisneneo.core.sealing.spi;
