package fr.aisneneo.core.transfer;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.core.Neo;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What an application offers to administrators: {@code export URI FILE} and {@code import URI FILE}. */
final class MoveMain {
    private MoveMain() {}

    public static void main(String[] arguments) {
        try (Neo neo = Neo.open(arguments[1])) {
            Booking.of(neo);
            Path file = Path.of(arguments[2]);
            Consumer<TransferProgress> tell = step -> System.err.println(step.documents() + " documents");
            switch (arguments[0]) {
                case "export" -> Transfer.of(neo).exportTo(file, tell);
                case "import" -> Transfer.of(neo).resume(file, tell);
                default -> throw new IllegalArgumentException("export or import, not " + arguments[0]);
            }
        }
    }
}
