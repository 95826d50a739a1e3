/** The pages: what each shows, where it comes from, and what its forms do. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.page;
