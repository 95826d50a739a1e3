/** Who uses the portal. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.account;
