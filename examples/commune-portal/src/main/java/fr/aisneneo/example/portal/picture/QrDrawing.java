package fr.aisneneo.example.portal.picture;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** Draws texts as QR codes (ISO/IEC 18004), readable with a seventh of them damaged. */
public final class QrDrawing {
    /** What has to stay empty around a code. */
    private static final int QUIET = 4;

    /**
     * A code.
     *
     * @param size its width and height in modules, with what stays empty around it
     * @param dark the dark modules, as the path of an SVG
     */
    public record Picture(int size, String dark) {}

    private QrDrawing() {}

    /**
     * Draws.
     *
     * @param text a text that fits a code: up to a few hundred characters
     * @throws IllegalArgumentException for a longer one
     */
    public static Picture draw(String text) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + text.length() + " characters", e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - start)
                            .append("v1h")
                            .append(start - x)
                            .append('z');
                }
                x++;
            }
        }
        return new Picture(modules.getWidth() + 2 * QUIET, path.toString());
    }
}
