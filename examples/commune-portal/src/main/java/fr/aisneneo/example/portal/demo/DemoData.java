package fr.aisneneo.example.portal.demo;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.Space;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.CommuneImport;
import fr.aisneneo.core.territory.CsvSource;
import fr.aisneneo.core.territory.ImportReport;
import fr.aisneneo.core.territory.Territory;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads what the demonstration starts with: the communes of the Aisne, the six sites and their spaces, the local
 * currency. What is there already stays as it is, so that it can be loaded at every start.
 */
public final class DemoData {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final String COMMUNES = "/territory/aisne-communes-2026.csv";
    private static final LocalDate COMMUNES_AS_OF = LocalDate.of(2026, 1, 1);
    private static final PartyId LOADER = PartyId.parse("01930000-0000-7000-8000-000000000001");

    private DemoData() {}

    /**
     * Who acts for the house: runs the sites, and settles what was set aside.
     *
     * @param tenant of which tenant
     */
    public static Actor house(TenantId tenant) {
        return Actor.of(LOADER, tenant, Role.ADMINISTRATOR, Role.OPERATOR);
    }

    /**
     * Loads what is missing.
     *
     * @param territory where communes and sites go
     * @param booking where spaces go
     * @param ledger where the local currency goes
     * @param tenant whose they are
     */
    public static void load(Territory territory, Booking booking, Ledger ledger, TenantId tenant) {
        Actor shared = Actor.of(LOADER, TenantId.SHARED, Role.ADMINISTRATOR);
        ImportReport communes = territory.importCommunes(
                shared, CommuneImport.of(communes(), COMMUNES_AS_OF).labelled("Aisne, COG 2026"));
        Actor administrator = Actor.of(LOADER, tenant, Role.ADMINISTRATOR);
        for (DemoSite demo : DemoSite.ALL) {
            if (territory.siteOf(tenant, demo.site().id()).isEmpty()) {
                territory.addSite(administrator, demo.site());
            }
            for (Space space : demo.bookable()) {
                if (booking.space(administrator, space.id()).isEmpty()) {
                    booking.addSpace(administrator, space);
                }
            }
        }
        DemoMoney.load(ledger, administrator);
        LOG.info(
                "{} communes ({} new), {} sites",
                communes.added() + communes.changed() + communes.unchanged(),
                communes.added(),
                DemoSite.ALL.size());
    }

    private static CsvSource communes() {
        return () -> {
            InputStream file = DemoData.class.getResourceAsStream(COMMUNES);
            if (file == null) {
                throw new FileNotFoundException(COMMUNES);
            }
            return file;
        };
    }
}
