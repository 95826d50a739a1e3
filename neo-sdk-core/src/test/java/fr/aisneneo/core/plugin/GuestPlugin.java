package fr.aisneneo.core.plugin;

/** A kind of plugin that core does not know, as another library would bring one. */
public interface GuestPlugin extends Plugin {

    /** What the guest says. */
    String greeting();
}
