package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.picture.BalancePicture;
import fr.aisneneo.example.portal.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One's account in the local currency, and a month of it.
 *
 * @param frame what stands around it
 * @param available what can be spent
 * @param setAside what is set aside
 * @param balance both together
 * @param month which month
 * @param previous the month before, if something happened before
 * @param next the month after, if it has begun
 * @param opening the balance at the beginning
 * @param closing the balance at the end, or now
 * @param closingLabel of when that is
 * @param rows what happened, the earliest first
 * @param earlier the rows before, if there are more than fit a page
 * @param later the rows after, if there are more than fit a page
 * @param rowsShown which rows these are, if there are more than fit a page
 * @param picture the balance drawn
 * @param told the balance told, for those who do not see it
 * @param csv where the month is had as a file
 */
public record AccountView(
        Frame frame,
        String available,
        String setAside,
        String balance,
        String month,
        @Nullable String previous,
        @Nullable String next,
        String opening,
        String closing,
        String closingLabel,
        List<Row> rows,
        @Nullable String earlier,
        @Nullable String later,
        @Nullable String rowsShown,
        BalancePicture picture,
        String told,
        String csv) {

    /**
     * A movement.
     *
     * @param machineTime when, for machines
     * @param time when
     * @param purpose what for
     * @param href where that is, if it has a page
     * @param setAside what was set aside or is free again, if that is what happened
     * @param change by how much the balance changed, with its sign
     * @param balance the balance behind it
     */
    public record Row(
            String machineTime,
            String time,
            String purpose,
            @Nullable String href,
            @Nullable String setAside,
            String change,
            String balance) {}
}
