/** Reading and checking JSON text, and the adapters that make every JSON-B provider write the same. */
package fr.aisneneo.core.json.internal;
