package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.tenant.TenantId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs in a process that is killed: threads ring a bell each by commands, a subscriber hears them. What was
 * acknowledged and what was delivered is told line by line.
 */
final class BellRinger {
    static final TenantId LAON = new TenantId("laon");
    static final String SUBSCRIPTION = "listener";
    static final int THREADS = 4;
    static final int EVENTS_OF_A_COMMAND = 2;
    static final EventType<Rung> RUNG = new EventType<>("test.bell.rung", Rung.class);
    static final DocumentCollection<Bell> BELLS =
            DocumentCollection.json("bell", Bell.class, Bell::id).build();
    static final Actor ACTOR =
            Actor.of(new PartyId(new UUID(0x7000, 0x8000_0000_0000_0000L)), LAON, Role.ADMINISTRATOR);

    /** Every command rings it beside its thread's own. */
    private static final String GREAT_BELL = "great";

    /** Past every buffer: a line is one write of the operating system, and there when the process is killed. */
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    /**
     * How often a bell was rung.
     *
     * @param id which bell
     * @param rings how often
     */
    public record Bell(String id, long rings) {}

    /**
     * A bell was rung.
     *
     * @param command by which command
     * @param number the how many-eth time
     */
    public record Rung(String command, long number) {}

    /**
     * A command, and its result.
     *
     * @param round in which process
     * @param thread by which thread
     * @param number the how many-eth of that thread
     */
    public record Command(int round, int thread, long number) {
        String key() {
            return round + "/" + thread + "/" + number;
        }

        private UUID id() {
            return new UUID(0x7000 | (long) round << 32 | (long) thread << 48, 0x8000_0000_0000_0000L | number);
        }
    }

    private BellRinger() {}

    /** Directory, round, and for each thread the last command of the round before that was acknowledged. */
    public static void main(String... arguments) {
        haltWithParent();
        int round = Integer.parseInt(arguments[1]);
        Neo neo = open(arguments[0]);
        neo.journal().subscribe(LAON, SUBSCRIPTION, event -> tell(delivery(neo, event)));
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            long acknowledged = Long.parseLong(arguments[2 + thread]);
            new Thread(() -> {
                        // Whether it was done before the kill is not known: the case that commands are made for.
                        tell("acknowledged "
                                + ring(neo, new Command(round - 1, number, acknowledged + 1))
                                        .key());
                        for (long command = 1; ; command++) {
                            tell("acknowledged "
                                    + ring(neo, new Command(round, number, command))
                                            .key());
                        }
                    })
                    .start();
        }
    }

    static Neo open(String directory) {
        Neo neo = Neo.open("rocksdb:" + directory);
        neo.store().declare(BELLS);
        return neo;
    }

    static Command ring(Neo neo, Command command) {
        String own = "bell-" + command.thread();
        return neo.commands().once(ACTOR, "test.ring", command.id(), command, Command.class, () -> {
            ring(neo, own, command);
            ring(neo, GREAT_BELL, command);
            return command;
        });
    }

    private static void ring(Neo neo, String bell, Command command) {
        neo.store().write(Contention.on(LAON, "bell", bell), tx -> {
            Documents<Bell> bells = tx.documents(BELLS, LAON);
            Optional<Document<Bell>> old = bells.get(bell);
            Bell rung =
                    new Bell(bell, 1 + old.map(found -> found.value().rings()).orElse(0L));
            neo.journal().append(ACTOR, RUNG, new Aggregate("bell", bell), new Rung(command.key(), rung.rings()));
            return old.isPresent() ? bells.update(rung, old.get().version()) : bells.insert(rung);
        });
    }

    static String delivery(Neo neo, Event event) {
        Rung rung = neo.journal().payload(event, RUNG);
        return "delivered " + event.position() + " " + event.id() + " "
                + event.aggregate().id() + " " + rung.number() + " " + rung.command();
    }

    private static void tell(String text) {
        try {
            OUT.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            Runtime.getRuntime().halt(3);
        }
    }

    private static void haltWithParent() {
        Thread watch = new Thread(() -> {
            try {
                int unused = System.in.read();
            } catch (IOException e) {
                // the same as the end
            }
            Runtime.getRuntime().halt(2);
        });
        watch.setDaemon(true);
        watch.start();
    }
}
