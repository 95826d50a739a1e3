package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import org.junit.jupiter.api.Test;

/** A key that was destroyed does not stay in the heap of whoever destroyed it. */
class ForgottenKeysTest {
    private static final Contact ANNE = Contact.of("anne", Town.ANNE, "Anne Martin", null);

    @Test
    void erasingForgetsTheKeys() {
        try (Town town = new Town("memory:", new MemoryKeyStore())) {
            town.add(ANNE);
            assertThat(town.sealing.rememberedKeys()).isEqualTo(1);
            town.sealing.erase(Town.CLERK, Town.ANNE);
            assertThat(town.sealing.rememberedKeys()).isZero();
        }
    }

    @Test
    void finishingAnErasureForgetsTheKeys() {
        try (Town town = new Town("memory:", new MemoryKeyStore())) {
            town.add(ANNE);
            town.neo.atomically(() -> {
                town.sealing.erase(Town.CLERK, Town.ANNE);
            });
            assertThat(town.sealing.rememberedKeys()).isEqualTo(1);
            assertThat(town.sealing.finishErasures()).isEqualTo(1);
            assertThat(town.sealing.rememberedKeys()).isZero();
        }
    }
}
