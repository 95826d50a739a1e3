package fr.aisneneo.booking.internal.load;

import fr.aisneneo.core.storage.DocumentCodec;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.UUID;

/** Packs a day: form 1, space, day, number of steps, then for each step its minute and its level. */
final class DayLoadCodec implements DocumentCodec<DayLoad> {
    private static final byte FORM = 1;
    private static final int HEADER = 1 + 16 + 8 + 2;
    private static final int STEP = 2 + 4;

    @Override
    public byte[] encode(DayLoad load) {
        LoadProfile profile = load.profile();
        ByteBuffer body = ByteBuffer.allocate(HEADER + STEP * profile.size());
        body.put(FORM);
        body.putLong(load.space().getMostSignificantBits());
        body.putLong(load.space().getLeastSignificantBits());
        body.putLong(load.day().toEpochDay());
        body.putShort((short) profile.size());
        for (int step = 0; step < profile.size(); step++) {
            body.putShort((short) profile.start(step));
            body.putInt(profile.level(step));
        }
        return body.array();
    }

    @Override
    public DayLoad decode(byte[] body) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            if (in.get() != FORM) {
                throw new IllegalArgumentException("Not a day load");
            }
            UUID space = new UUID(in.getLong(), in.getLong());
            LocalDate day = LocalDate.ofEpochDay(in.getLong());
            int[] at = new int[in.getShort()];
            int[] level = new int[at.length];
            for (int step = 0; step < at.length; step++) {
                at[step] = in.getShort();
                level[step] = in.getInt();
            }
            return new DayLoad(space, day, LoadProfile.of(at, level));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("Not a day load", e);
        }
    }
}
