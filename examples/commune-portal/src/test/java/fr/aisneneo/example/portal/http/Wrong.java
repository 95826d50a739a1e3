package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/**
 * What is sent to the API, and what has to come back.
 *
 * @param name what is wrong with it
 * @param sent the body or the address
 * @param status the HTTP status
 * @param code the stable code
 * @param field the field that is named, or null
 * @param french a part of the French message
 */
record Wrong(String name, String sent, int status, String code, String field, String french) {

    void isRefusedBy(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Language")).contains("fr");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"status\":" + status, french);
        if (field != null) {
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
