package fr.aisneneo.core.json.internal;

import java.util.List;
import java.util.stream.Stream;

/** What an enum must be like so that every provider writes it alike: by the names of its constants. */
final class EnumRules {
    private EnumRules() {}

    static List<String> names(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    static List<String> keys(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (!constant.toString().equals(((Enum<?>) constant).name())) {
                throw new UnsupportedType(
                        type, "Johnzon writes the key of a Map by toString(), which must then be the name");
            }
        }
        return names(type);
    }
}
