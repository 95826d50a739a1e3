/**
 * Amounts: {@link fr.aisneneo.core.money.Money} in whole minor units of a named currency, and
 * {@link fr.aisneneo.core.money.Quantity} of a unit with its precision. Arithmetic is exact or refused.
 */
package fr.aisneneo.core.money;
