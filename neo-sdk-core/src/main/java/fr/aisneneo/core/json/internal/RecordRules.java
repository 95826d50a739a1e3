package fr.aisneneo.core.json.internal;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record must be like so that every provider writes it alike. */
final class RecordRules {
    private static final String JSONB = JsonbProperty.class.getPackageName();
    private static final Set<Class<?>> UNDERSTOOD = Set.of(JsonbProperty.class, JsonbPropertyOrder.class);

    private RecordRules() {}

    static void check(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new UnsupportedType(type, "make the record public");
        }
        if (!type.getModule().isExported(type.getPackageName())) {
            throw new UnsupportedType(
                    type, "export the package " + type.getPackageName() + " in the module-info of " + type.getModule());
        }
        if (type.getTypeParameters().length > 0) {
            throw new UnsupportedType(type, "providers cannot read a record with type parameters");
        }
        refuseOthers(type, type);
        checkConstructors(type);
    }

    private static void checkConstructors(Class<?> type) {
        Class<?>[] components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        boolean several = type.getDeclaredConstructors().length > 1;
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            boolean canonical = Arrays.equals(constructor.getParameterTypes(), components);
            boolean marked = constructor.isAnnotationPresent(JsonbCreator.class);
            if (marked != (canonical && several) && (marked || canonical)) {
                throw new UnsupportedType(
                        type,
                        "Yasson reads a record with several constructors only if its canonical one is marked with"
                                + " @JsonbCreator, and no other may be");
            }
            // javac from 21 on marks the parameters of a compact constructor as implicit, and then the JDK tells Yasson
            // nothing of what a List<LocalDate> holds.
            if (canonical && !Arrays.equals(parameterTypes(constructor), genericTypes(type))) {
                throw new UnsupportedType(
                        type,
                        "compile it with javac -parameters, or its constructor does not tell what its lists hold");
            }
        }
        if (Stream.of(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonbCreator.class))) {
            throw new UnsupportedType(type, "a record is read by its canonical constructor; remove @JsonbCreator");
        }
    }

    private static Type[] parameterTypes(Constructor<?> constructor) {
        return Stream.of(constructor.getParameters())
                .map(Parameter::getParameterizedType)
                .toArray(Type[]::new);
    }

    private static Type[] genericTypes(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .toArray(Type[]::new);
    }

    private static void refuseOthers(AnnotatedElement element, Class<?> type) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<?> kind = annotation.annotationType();
            if (kind.getPackageName().equals(JSONB) && !UNDERSTOOD.contains(kind)) {
                throw new UnsupportedType(type, "providers do not agree on @" + kind.getSimpleName() + " on a record");
            }
        }
    }

    static String propertyName(RecordComponent component) {
        refuseOthers(component.getAccessor(), component.getDeclaringRecord());
        JsonbProperty property = component.getAccessor().getAnnotation(JsonbProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }

    /**
     * Whether {@code @Nullable} can be seen at all: where JSpecify is not there at run time, its annotations vanish,
     * and then every component must be taken as one that may be absent.
     */
    static boolean declaresNulls(Class<?> type) {
        try {
            Class.forName("org.jspecify.annotations.Nullable", false, type.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static boolean isNullable(RecordComponent component) {
        return Stream.of(
                        component.getAnnotatedType().getAnnotations(),
                        component.getAccessor().getAnnotations())
                .flatMap(Stream::of)
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    /** The type information that a record inherits from the sealed type it is an alternative of. */
    static @Nullable JsonbTypeInfo choiceAbove(Class<?> type) {
        JsonbTypeInfo found = null;
        for (Class<?> parent : type.getInterfaces()) {
            JsonbTypeInfo here = parent.getAnnotation(JsonbTypeInfo.class);
            JsonbTypeInfo above = choiceAbove(parent);
            if ((here != null && above != null) || (found != null && (here != null || above != null))) {
                throw new UnsupportedType(type, "it is an alternative of two types with @JsonbTypeInfo");
            }
            found = here != null ? here : above != null ? above : found;
        }
        return found;
    }
}
