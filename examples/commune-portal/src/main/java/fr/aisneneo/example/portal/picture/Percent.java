package fr.aisneneo.example.portal.picture;

import java.time.Duration;
import java.util.Locale;

/** Places along an axis, as SVG takes them. */
final class Percent {
    private Percent() {}

    static String of(double share) {
        return String.format(Locale.ROOT, "%.3f%%", share * 100);
    }

    static double share(Duration part, Duration whole) {
        return (double) part.toSeconds() / whole.toSeconds();
    }
}
