package fr.aisneneo.core.transfer;

import fr.aisneneo.core.error.NeoException;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call was refused with. */
final class Refusal {
    private Refusal() {}

    static NeoException of(TransferError code, ThrowingCallable call) {
        NeoException refusal = Objects.requireNonNull(
                Assertions.catchThrowableOfType(NeoException.class, call), "nothing was refused");
        Assertions.assertThat(refusal.errorCode()).as(refusal.toString()).isEqualTo(code);
        return refusal;
    }
}
