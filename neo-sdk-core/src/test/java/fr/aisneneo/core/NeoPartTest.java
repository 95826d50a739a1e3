package fr.aisneneo.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NeoPartTest {
    private record Part(int number) {}

    @Test
    void aPartIsMadeOnceForEachOpenSdk() {
        AtomicInteger made = new AtomicInteger();
        try (Neo one = Neo.open("memory:");
                Neo other = Neo.open("memory:")) {
            Part part = one.part(Part.class, () -> new Part(made.incrementAndGet()));

            assertThat(one.part(Part.class, () -> new Part(made.incrementAndGet())))
                    .isSameAs(part);
            assertThat(other.part(Part.class, () -> new Part(made.incrementAndGet())))
                    .isEqualTo(new Part(2));
        }
    }

    @Test
    void aPartThatCannotBeMadeIsMadeTheNextTime() {
        try (Neo neo = Neo.open("memory:")) {
            assertThatThrownBy(() -> neo.part(Part.class, () -> {
                        throw new IllegalStateException("Not yet");
                    }))
                    .hasMessage("Not yet");
            assertThat(neo.part(Part.class, () -> new Part(1)).number()).isEqualTo(1);
        }
    }
}
