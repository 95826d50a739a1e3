package fr.aisneneo.example.portal.process;

import fr.aisneneo.example.portal.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What somebody wants to reserve, under an id of their own. */
record Wish(UUID id, String space, String start, String end, int quantity) {
    private static final List<String> SPACES =
            List.of(Places.COWORKING, Places.CONDORCET, Places.CLAUDEL, Places.STUDIO, Places.LA_TOUR);
    private static final int DAYS = 20;

    static Wish random(Random random, LocalDate today) {
        String space = SPACES.get(random.nextInt(SPACES.size()));
        String day = today.plusDays(1 + random.nextInt(DAYS)).toString();
        int hour = 9 + random.nextInt(8);
        int quantity = space.equals(Places.COWORKING) ? 1 + random.nextInt(12) : 1;
        return new Wish(
                new UUID(random.nextLong(), random.nextLong()),
                space,
                "%sT%02d:00".formatted(day, hour),
                "%sT%02d:00".formatted(day, hour + 1),
                quantity);
    }

    String json() {
        return "{\"id\":\"%s\",\"space\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"quantity\":%d}"
                .formatted(id, space, start, end, quantity);
    }
}
