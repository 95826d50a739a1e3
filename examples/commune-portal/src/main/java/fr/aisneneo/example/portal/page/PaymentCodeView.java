package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.picture.QrDrawing;
import fr.aisneneo.example.portal.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The code that somebody else scans to pay.
 *
 * @param frame what stands around it
 * @param amount the amount that was typed
 * @param asked the amount that the code asks for; null if whoever pays says it
 * @param text the code as text; null if what was typed is no amount
 * @param picture the code as a picture; null if what was typed is no amount
 */
public record PaymentCodeView(
        Frame frame,
        FormField amount,
        @Nullable String asked,
        @Nullable String text,
        QrDrawing.@Nullable Picture picture) {}
