/** What makes this portal a demonstration: its sites, its accounts and its sign-in without a password. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.demo;
