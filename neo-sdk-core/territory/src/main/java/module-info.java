/** The territory of the Aisne Neo SDK: communes, sites, opening hours and public holidays, and what tenants share. */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.territory {
    requires transitive fr.aisneneo.core;

    exports fr.aisneneo.core.calendar;
    exports fr.aisneneo.core.sharing;
    exports fr.aisneneo.core.territory;

    // JSON-B reads and writes the records that the territory keeps for itself.
    opens fr.aisneneo.core.internal.territory;
}
