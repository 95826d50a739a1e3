package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is refused, and how. */
final class Refusals {
    private Refusals() {}

    /** Expects an exception of the family with this very code. */
    static NeoException refused(CoreError code, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).as("refusal %s", code.code()).isInstanceOf(NeoException.class);
        NeoException refusal = (NeoException) thrown;
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code.code());
        return refusal;
    }
}
