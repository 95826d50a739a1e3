package fr.aisneneo.core.sealing;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for {@link Sealed} where it seals nothing: on a component of a record within a component that stands readable,
 * itself or as an element of a list, a map, an array or a sealed interface. Used once.
 */
final class NestedSeals {
    private final Set<Class<?>> seen = new HashSet<>();

    /** The first, as record and component, or empty if there is none. */
    Optional<String> in(Type type) {
        if (type instanceof ParameterizedType generic) {
            return inAny(
                    Stream.concat(Stream.of(generic.getRawType()), Arrays.stream(generic.getActualTypeArguments())));
        }
        if (type instanceof GenericArrayType array) {
            return in(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return inAny(Arrays.stream(wildcard.getUpperBounds()));
        }
        return type instanceof Class<?> plain && seen.add(plain) ? inClass(plain) : Optional.empty();
    }

    private Optional<String> inClass(Class<?> type) {
        if (type.isArray()) {
            return in(type.getComponentType());
        }
        if (type.isSealed()) {
            return inAny(Arrays.stream(type.getPermittedSubclasses()));
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            return Optional.empty();
        }
        return Arrays.stream(components)
                .filter(component -> component.isAnnotationPresent(Sealed.class))
                .map(component -> type.getSimpleName() + "." + component.getName())
                .findFirst()
                .or(() -> inAny(Arrays.stream(components).map(RecordComponent::getGenericType)));
    }

    private Optional<String> inAny(Stream<? extends Type> types) {
        return types.map(this::in).flatMap(Optional::stream).findFirst();
    }
}
