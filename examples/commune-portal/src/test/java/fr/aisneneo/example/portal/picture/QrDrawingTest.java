package fr.aisneneo.example.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QrDrawingTest {
    @Test
    void whatIsDrawnIsReadAgain() throws Exception {
        String text = "NEO:PAY/1/0193000000007000800000000000110A/AXO/2/1250/20//0A1B2C3D";

        assertThat(QrReading.of(QrDrawing.draw(text))).isEqualTo(text);
    }

    @Test
    void thereIsRoomAroundIt() {
        QrDrawing.Picture picture = QrDrawing.draw("A");

        assertThat(picture.size()).isEqualTo(21 + 8);
        assertThat(picture.dark()).startsWith("M4 4h7v1h-7z");
    }

    @Test
    void aTextThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrDrawing.draw("A".repeat(5_000)));
    }
}
