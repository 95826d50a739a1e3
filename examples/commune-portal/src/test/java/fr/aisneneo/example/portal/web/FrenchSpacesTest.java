package fr.aisneneo.example.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrenchSpacesTest {
    @Test
    void noLineBreaksBeforeHighPunctuationOrInsideQuotationMarks() {
        assertThat(FrenchSpaces.unbreakable("<p>Libre : oui ; « Fin » ? Non !</p>"))
                .isEqualTo("<p>Libre\u00a0: oui\u00a0; «\u00a0Fin\u00a0»\u00a0? Non\u00a0!</p>");
    }

    @Test
    void whatStandsInsideTagsStaysAsItIs() {
        String page = "<input value=\"a > b : « c » ?\" title=\"x : y\"> <br>";

        assertThat(FrenchSpaces.unbreakable(page)).isEqualTo(page);
    }

    @Test
    void timesAndEntitiesStayAsTheyAre() {
        assertThat(FrenchSpaces.unbreakable("09:30 &amp; 10:00 « ")).isEqualTo("09:30 &amp; 10:00 «\u00a0");
    }
}
