/** A commune's portal on the Aisne Neo SDK: see {@link fr.aisneneo.example.portal.PortalMain}. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.portal;
