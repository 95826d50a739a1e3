/** Time drawn to scale: the geometry of pictures, worked out here so that the templates only place it. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal.picture;
