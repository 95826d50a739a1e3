package fr.aisneneo.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NameKeyProperties {

    @Property
    void aKeyIsItsOwnKeyAndFitsAnIndex(@ForAll String name) {
        String key = NameKey.of(name);
        assertThat(key.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(512);
        assertThat(key).isEqualTo(key.strip()).doesNotContain("  ");
        assertThat(NameKey.of(key)).isEqualTo(key);
    }
}
