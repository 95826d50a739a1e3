package fr.aisneneo.example.portal;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.Territory;
import fr.aisneneo.example.portal.account.Actors;
import fr.aisneneo.example.portal.account.Visitors;
import fr.aisneneo.example.portal.api.DayApi;
import fr.aisneneo.example.portal.api.DocumentationApi;
import fr.aisneneo.example.portal.api.ReservationApi;
import fr.aisneneo.example.portal.api.SpaceApi;
import fr.aisneneo.example.portal.api.TerritoryApi;
import fr.aisneneo.example.portal.demo.DemoAccount;
import fr.aisneneo.example.portal.demo.DemoData;
import fr.aisneneo.example.portal.demo.DemoMoney;
import fr.aisneneo.example.portal.demo.DemoSessionApi;
import fr.aisneneo.example.portal.demo.DemoSignIn;
import fr.aisneneo.example.portal.page.AccountPage;
import fr.aisneneo.example.portal.page.BookingPage;
import fr.aisneneo.example.portal.page.DayPage;
import fr.aisneneo.example.portal.page.HomePage;
import fr.aisneneo.example.portal.page.PaymentCodePage;
import fr.aisneneo.example.portal.page.PlainPages;
import fr.aisneneo.example.portal.page.ReservationPage;
import fr.aisneneo.example.portal.page.ReservationsPage;
import fr.aisneneo.example.portal.page.SitePage;
import fr.aisneneo.example.portal.page.SpacePage;
import fr.aisneneo.example.portal.payment.CancellationTerms;
import fr.aisneneo.example.portal.payment.Collecting;
import fr.aisneneo.example.portal.payment.MemberAccounts;
import fr.aisneneo.example.portal.payment.PaidBooking;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.sdk.StoreProbe;
import fr.aisneneo.example.portal.session.BrowserCookies;
import fr.aisneneo.example.portal.session.Sessions;
import fr.aisneneo.example.portal.session.Visits;
import fr.aisneneo.example.portal.web.Assets;
import fr.aisneneo.example.portal.web.ErrorAnswers;
import fr.aisneneo.example.portal.web.Json;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Routes;
import fr.aisneneo.example.portal.web.WebServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/**
 * The portal, open: the SDK on its store, and the server before it. This is where it is put together, and where another
 * sign-in, another policy or other pages go.
 */
public final class Portal implements AutoCloseable {
    /** Whose sites and reservations these are; one store can hold those of several communes. */
    private static final TenantId TENANT = new TenantId("aisne-neo");

    private final Neo neo;
    private final Collecting collecting;
    private final WebServer server;
    private final String host;

    private Portal(Neo neo, Collecting collecting, WebServer server, String host) {
        this.neo = neo;
        this.collecting = collecting;
        this.server = server;
        this.host = host;
    }

    /**
     * Opens the store, loads what the demonstration starts with, and starts the server.
     *
     * @param settings where
     * @param clock the present
     */
    public static Portal open(PortalSettings settings, InstantSource clock) {
        Neo neo = Neo.builder()
                .storage(settings.storage())
                .clock(clock)
                .policy(Visitors.policy())
                .open();
        try {
            Services services = services(neo, clock);
            Visits visits = new Visits(new Sessions(clock), new BrowserCookies(settings.secure()), neo.ids()::next);
            Collecting collecting = new Collecting(
                    services.booking(), services.paid(), DemoMoney.priced(), DemoData.house(TENANT), clock);
            WebServer server = new WebServer(settings.host(), settings.port(), visits, routes(neo, services));
            collecting.begin();
            return new Portal(neo, collecting, server, settings.host());
        } catch (RuntimeException | Error e) {
            neo.close();
            throw e;
        }
    }

    private static Services services(Neo neo, InstantSource clock) {
        Territory territory = Territory.of(neo);
        Booking booking = Booking.of(neo);
        Ledger ledger = Ledger.of(neo);
        DemoData.load(territory, booking, ledger, TENANT);
        MemberAccounts accounts = new MemberAccounts(ledger, DemoMoney.CURRENCY);
        PaidBooking paid = new PaidBooking(
                neo,
                booking,
                accounts,
                DemoMoney.tariff(),
                CancellationTerms.STANDARD,
                DemoMoney.TILL,
                DemoData.house(TENANT));
        return new Services(territory, booking, paid, accounts, new Actors(TENANT), DemoAccount::nameOf, clock);
    }

    private static List<Routes> routes(Neo neo, Services services) {
        Assets assets = new Assets();
        Pages pages = new Pages(assets);
        Json json = new Json(neo.codec());
        ErrorAnswers errors = new ErrorAnswers(pages, json);
        return List.of(
                // The two parts to replace: how people, and programs, prove who they are.
                new DemoSignIn(pages),
                new DemoSessionApi(json),
                new HomePage(pages, services),
                new SitePage(pages, services),
                new SpacePage(pages, services),
                new BookingPage(pages, services),
                new ReservationsPage(pages, services),
                new ReservationPage(pages, services),
                new DayPage(pages, services),
                new AccountPage(pages, services),
                new PaymentCodePage(pages, services),
                new PlainPages(pages),
                new TerritoryApi(json, services),
                new SpaceApi(json, services),
                new ReservationApi(json, errors, services),
                new DayApi(json, services),
                new DocumentationApi(json, new StoreProbe(neo, TENANT)),
                assets,
                errors);
    }

    /** Where the portal answers on this machine. */
    public URI address() {
        boolean loopback = host.equals("127.0.0.1") || host.equals("0.0.0.0");
        return URI.create("http://" + (loopback ? "localhost" : host) + ":" + server.port());
    }

    /** Every method and address that is answered, such as {@code GET /sites/{site}}. */
    public List<String> addresses() {
        return server.addresses();
    }

    /** Lets running requests end, then closes the store. */
    @Override
    public void close() {
        try {
            server.close();
        } finally {
            closeStore();
        }
    }

    private void closeStore() {
        try {
            collecting.close();
        } finally {
            neo.close();
        }
    }
}
