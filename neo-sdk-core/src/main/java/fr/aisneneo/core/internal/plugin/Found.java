package fr.aisneneo.core.internal.plugin;

import java.util.ServiceLoader;

/** A provider of a service that was found, loaded or not. */
public sealed interface Found<S> {

    /** The name of its class; empty if unknown. */
    String provider();

    /** Its jar or directory; empty if unknown. */
    String location();

    /** One whose class is there; it has not been initialised. */
    record Loaded<S>(ServiceLoader.Provider<S> service, String location) implements Found<S> {
        @Override
        public String provider() {
            return service.type().getName();
        }

        public boolean inNamedModule() {
            return service.type().getModule().isNamed();
        }
    }

    /** One that could not be loaded. */
    record Broken<S>(String provider, String location, Throwable cause) implements Found<S> {}
}
