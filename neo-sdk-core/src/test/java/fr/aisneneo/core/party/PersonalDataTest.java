package fr.aisneneo.core.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static PersonalData email(String email) {
        return new PersonalData("Anne Martin", email, null);
    }

    private static PersonalData phone(String phone) {
        return new PersonalData("Anne Martin", null, phone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anne@example.org",
                "anne.martin+neo@mairie.ville-laon.fr",
                "o'neill@example.org",
                "andré@exämple.fr",
                "a@b.museum",
                "x@xn--bcher-kva.example",
                " anne@example.org "
            })
    void usualAddressesPass(String address) {
        assertThat(email(address).email()).isEqualTo(address.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anne",
                "anne@",
                "@example.org",
                "anne@localhost",
                "anne@example..org",
                ".anne@example.org",
                "anne.@example.org",
                "an ne@example.org",
                "anne@example.org\nBcc: b@example.org",
                "anne@-example.org",
                "anne@example.org.",
                "anne@example@org.fr",
                "<anne@example.org>",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org"
            })
    void whatIsNoAddressIsRefusedWithoutShowingIt(String address) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> email(address))
                .satisfies(e -> assertThat(e.code()).isEqualTo("party.email.malformed"))
                .satisfies(e -> assertThat(e.message(Locale.FRENCH)).doesNotContain(address))
                .satisfies(e -> assertThat(e.facts()).containsOnlyKeys("field"));
    }

    @ParameterizedTest
    @CsvSource({
        "03 23 20 20 20, +33323202020",
        "03.23.20.20.20, +33323202020",
        "+33 3 23-20-20-20, +33323202020",
        "+32 (2) 555 12 12, +3225551212",
        "0612345678, +33612345678",
    })
    void telephoneNumbersAreBroughtIntoTheirInternationalForm(String given, String kept) {
        assertThat(phone(given).phone()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "323202020",
                "0023202020",
                "00 33 3 23 20 20 20",
                "+0 3 23 20 20 20",
                "+33",
                "call me",
                "+1234567890123456"
            })
    void whatIsNoTelephoneNumberIsRefusedWithoutShowingIt(String given) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> phone(given))
                .satisfies(e -> assertThat(e.code()).isEqualTo("party.phone.malformed"))
                .satisfies(e -> assertThat(e.facts()).containsOnlyKeys("field"));
    }

    @Test
    void everyFieldIsBounded() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> PersonalData.named("x".repeat(201)));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> PersonalData.named(" "));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> email("a@" + "b".repeat(250) + ".fr"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("input.too_large"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> phone("0".repeat(41)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("input.too_large"));
        assertThat(new PersonalData("Anne", " ", "").email()).isNull();
    }

    @Test
    void itsTextShowsNothing() {
        assertThat(new PersonalData("Anne Martin", "anne@example.org", "0323202020").toString())
                .isEqualTo("PersonalData[…]");
    }

    @Test
    void differencesNameFieldsOnly() {
        PersonalData anne = new PersonalData("Anne", "anne@example.org", null);
        assertThat(anne.differences(Optional.empty())).containsExactly("displayName", "email");
        assertThat(anne.differences(Optional.of(anne))).isEmpty();
        assertThat(PersonalData.named("Anne").differences(Optional.of(anne))).isEqualTo(List.of("email"));
    }
}
