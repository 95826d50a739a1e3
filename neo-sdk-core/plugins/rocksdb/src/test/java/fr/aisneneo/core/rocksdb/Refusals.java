package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.NeoException;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects refusals. */
final class Refusals {
    private Refusals() {}

    static NeoException refused(ErrorCode code, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(NeoException.class);
        NeoException refusal = (NeoException) thrown;
        assertThat(refusal.errorCode()).as("%s", refusal).isEqualTo(code);
        assertThat(refusal.message(Locale.FRENCH)).doesNotContain("{");
        assertThat(refusal.message(Locale.ENGLISH)).doesNotContain("{").isNotEqualTo(refusal.message(Locale.FRENCH));
        return refusal;
    }
}
