package fr.aisneneo.core.tck.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrowdTest {
    @Test
    void allAreAtWorkAtOnceAndTheirResultsKeepTheirOrder() {
        CountDownLatch all = new CountDownLatch(5);
        assertThat(Crowd.together(5, caller -> () -> {
                    all.countDown();
                    return all.await(60, TimeUnit.SECONDS) ? caller : -1;
                }))
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whatACallerThrowsIsThrown() {
        assertThatThrownBy(() -> Crowd.together(3, caller -> () -> {
                    assertThat(caller).isLessThan(2);
                    return caller;
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("less than");
        assertThatThrownBy(() -> Crowd.together(1, caller -> () -> {
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
        assertThatThrownBy(() -> Crowd.together(1, caller -> () -> {
                    throw new IOException("checked");
                }))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseMessage("checked");
    }
}
