/** HTTP: the server, its bounds, and how answers are made. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.web;
