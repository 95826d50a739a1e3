package fr.aisneneo.example.benchmarks.transfer;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.ledger.AuditReport;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.TransferResult;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipts;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Engine;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.OpenSdk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Transfers through {@link Ledger}, with all that it does: policy, status codes, ids with their bodies, limits, history
 * of every account, an event in the journal; and the Merkle tree of the journal, whose time counts.
 */
final class SdkBank extends Bank {
    private static final TenantId TENANT = new TenantId("laon");
    private static final Currency EUSKO = new Currency("EUSKO", 2);
    private static final int SUPPLIES = 1;
    private static final int MEMBERS = 100;
    private static final int SEAL_EVERY_MILLISECONDS = 100;

    private final OpenSdk sdk;
    private final Ledger ledger;
    private final Receipts receipts;
    private final Actor staff;
    // By the numbers of the accounts.
    private final List<AccountId> accounts = new ArrayList<>();
    private final List<Actor> owners = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread sealer = new Thread(this::sealFromTimeToTime, "sealer");

    private SdkBank(OpenSdk sdk, Terms terms) {
        super(terms);
        this.sdk = sdk;
        this.ledger = Ledger.of(sdk.neo());
        this.receipts = Receipts.of(sdk.neo(), LogSigner.generate("laon.example/neo"));
        this.staff = actor(Role.ADMINISTRATOR);
        sdk.neo().atomically(() -> {
            open(AccountTerms.house(EUSKO, SUPPLIES, fr.aisneneo.core.ledger.book.Side.DEBIT), Limits.NONE, staff);
            for (int member = 1; member <= terms.members(); member++) {
                Actor owner = actor(Role.MEMBER);
                open(AccountTerms.member(EUSKO, MEMBERS, owner.party()), Limits.NEVER_OVERDRAWN, owner);
            }
        });
        payAll(payments().funding());
        sealer.start();
    }

    private Actor actor(Role role) {
        return Actor.of(new PartyId(sdk.neo().ids().next()), TENANT, role);
    }

    private void open(AccountTerms terms, Limits limits, Actor owner) {
        AccountId id = ledger.newAccountId();
        ledger.openAccount(staff, id, terms, limits);
        accounts.add(id);
        owners.add(owner);
    }

    static Contender on(Engine engine, Terms terms) {
        return new Contender(engine.title(), lab -> opened(engine, lab, terms));
    }

    static SdkBank opened(Engine engine, Lab lab, Terms terms) throws Exception {
        OpenSdk sdk = OpenSdk.on(engine, lab);
        try {
            return new SdkBank(sdk, terms.within(lab.effort()));
        } catch (RuntimeException e) {
            sdk.close();
            throw e;
        }
    }

    @Override
    Answer pay(Payment payment) {
        TransferRequest request = request(payment);
        try {
            TransferResult result = again(() -> ledger.transfer(owners.get(payment.debit()), request));
            return result.status() == TransferStatus.CREATED ? Answer.CREATED : Answer.EXISTS;
        } catch (ConflictException e) {
            if (e.errorCode() instanceof TransferStatus status && status.differs()) {
                return Answer.DIFFERS;
            }
            throw e;
        } catch (RefusedException e) {
            return Answer.REFUSED;
        }
    }

    @Override
    int payAll(List<Payment> batch) {
        List<TransferRequest> requests = batch.stream().map(this::request).toList();
        int created = 0;
        for (TransferResult result : again(() -> ledger.submit(staff, requests))) {
            if (!result.status().done()) {
                throw new IllegalStateException("In a batch: " + result.status());
            }
            created += result.status() == TransferStatus.CREATED ? 1 : 0;
        }
        return created;
    }

    private TransferRequest request(Payment payment) {
        return TransferRequest.pay(
                new TransferId(payment.id()),
                accounts.get(payment.debit()),
                accounts.get(payment.credit()),
                Money.ofMinorUnits(payment.amount(), EUSKO),
                Payment.CODE);
    }

    /** "Try again", it says; nothing was done then. */
    private static <T> T again(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (StorageException e) {
                if (!e.code().equals("storage.conflict")) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void settle() {
        receipts.seal(staff);
    }

    /** The log is sealed all the while, as an application does; what is left at the end is sealed then. */
    private void sealFromTimeToTime() {
        try {
            while (!closing.await(SEAL_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                receipts.seal(staff);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // What is left is sealed in the end, where a failure ends the run.
        }
    }

    private void stopSealing() throws InterruptedException {
        closing.countDown();
        sealer.join();
    }

    @Override
    Tally tally() {
        AuditReport audit = ledger.history().audit(staff);
        BigInteger sum = ledger.history().trialBalance(staff).differences().values().stream()
                .reduce(BigInteger.ZERO, (left, right) -> left.add(right.abs()));
        return new Tally(audit.transfers(), sum.longValueExact(), audit.wrong().size());
    }

    /** Closed, opened and closed again, so that nothing is left in a log that opening would have moved. */
    @Override
    long weigh() throws Exception {
        stopSealing();
        settle();
        sdk.neo().close();
        sdk.store().open().close();
        return sdk.store().bytes();
    }

    @Override
    public void close() throws Exception {
        stopSealing();
        sdk.close();
    }
}
