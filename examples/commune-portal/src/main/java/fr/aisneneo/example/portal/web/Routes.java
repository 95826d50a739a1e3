package fr.aisneneo.example.portal.web;

import io.javalin.router.JavalinDefaultRoutingApi;

/** Something that answers at addresses of the portal. */
public interface Routes {

    /**
     * Registers its addresses.
     *
     * @param routes where
     */
    void addTo(JavalinDefaultRoutingApi routes);
}
