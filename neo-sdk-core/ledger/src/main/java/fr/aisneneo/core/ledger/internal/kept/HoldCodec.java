package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.ledger.internal.rules.Hold;
import fr.aisneneo.core.storage.DocumentCodec;

/** Packs holds. Form 1: the form, the state, whether there is a chain, id, debit, credit, amount, due, chain. */
@SuppressWarnings("EnumOrdinal") // the places are part of the stored form; a test pins them
final class HoldCodec implements DocumentCodec<Hold> {
    private static final int FORM = 1;
    private static final Hold.State[] STATES = Hold.State.values();

    @Override
    public byte[] encode(Hold hold) {
        Packer out = new Packer().put(FORM).put(hold.state().ordinal()).put(hold.chain() == null ? 0 : 1);
        out.uuid(hold.id()).uuid(hold.debit()).uuid(hold.credit());
        out.number(hold.amount()).fixed(hold.due());
        if (hold.chain() != null) {
            out.uuid(hold.chain());
        }
        return out.bytes();
    }

    @Override
    public Hold decode(byte[] body) {
        Unpacker in = new Unpacker(body);
        if (in.get() != FORM) {
            throw new IllegalArgumentException("Not a hold");
        }
        Hold.State state = STATES[in.get()];
        boolean chained = in.get() == 1;
        return in.end(
                new Hold(in.uuid(), state, in.uuid(), in.uuid(), in.number(), in.fixed(), chained ? in.uuid() : null));
    }
}
