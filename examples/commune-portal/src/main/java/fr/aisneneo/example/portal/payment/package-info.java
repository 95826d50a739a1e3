/** What spaces cost in the local currency, and how a reservation is paid together with being made. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.payment;
