package fr.aisneneo.example.portal.payment;

import fr.aisneneo.core.money.Money;

/**
 * What becomes of what was set aside.
 *
 * @param kept what the house keeps
 * @param givenBack what is free again
 */
public record Settlement(Money kept, Money givenBack) {}
