package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            [0.1,0.2)       ; 0.1.0 ; true
            [0.1,0.2)       ; 0.1.9 ; true
            [0.1,0.2)       ; 0.2   ; false
            [0.1,0.2)       ; 0.0.9 ; false
            (0.1,0.2]       ; 0.1.0 ; false
            (0.1,0.2]       ; 0.2.0 ; true
            [1.0]           ; 1     ; true
            [1.0]           ; 1.0.1 ; false
            [1.2,)          ; 99    ; true
            (,1.0]          ; 0     ; true
            (,1.0],[1.2,)   ; 1.1   ; false
            (,1.0],[1.2,)   ; 1.2   ; true
            (,)             ; 7     ; true
            '[ 0.1 , 0.2 )' ; 0.1.5 ; true
            [0.9,0.10]      ; 0.10  ; true
            """)
    void aVersionLiesInARangeAsMavenReadsIt(String range, String version, boolean inside) {
        assertThat(VersionRange.parse(range).contains(version)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0.1",
                "[0.1",
                "0.1]",
                "(0.1)",
                "[0.1)",
                "(0.1]",
                "[]",
                "[,]",
                "[0.1,]",
                "[,0.1]",
                "[0.2,0.1]",
                "(0.1,0.1)",
                "[0.1,0.1)",
                "[0.1,0.2),",
                ",[0.1,0.2)",
                "[0.1,0.2)[0.3,0.4)",
                "[0.1,0.2,0.3]",
                "[a,b]",
                "[0.1-SNAPSHOT,0.2)",
                "[1.2.3.4.5.6]",
                "[9999999999]",
                "[.1]",
                "[1.]",
                "[-1,2]",
                "[٠.١,٠.٢)",
                "[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1]"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> VersionRange.parse(text))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("sdkRange"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.0-rc1", "v1", "1..2"})
    void whatIsNoVersionIsRefused(String version) {
        VersionRange all = VersionRange.parse("(,)");

        assertThatThrownBy(() -> all.contains(version)).isInstanceOf(InvalidInputException.class);
    }
}
