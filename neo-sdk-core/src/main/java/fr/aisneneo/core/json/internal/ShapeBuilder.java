package fr.aisneneo.core.json.internal;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shape of a type and the adapters it needs. The types it knows are those that every provider writes and
 * reads alike; any other is refused by name when it is first used, not when its data is lost.
 *
 * <p>For one root type and one thread.
 */
final class ShapeBuilder {
    private final Map<Class<?>, Shape> known = new HashMap<>();
    private final Map<Class<?>, JsonbAdapter<?, String>> adapters = new LinkedHashMap<>();

    ShapeBuilder() {
        known.put(String.class, TextShape.ANY_TEXT);
        Shape truth = new BooleanShape();
        known.put(boolean.class, truth);
        known.put(Boolean.class, truth);
        both(byte.class, Byte.class, new IntegerShape(Byte.MIN_VALUE, Byte.MAX_VALUE));
        both(short.class, Short.class, new IntegerShape(Short.MIN_VALUE, Short.MAX_VALUE));
        both(int.class, Integer.class, new IntegerShape(Integer.MIN_VALUE, Integer.MAX_VALUE));
        both(long.class, Long.class, new IntegerShape(Long.MIN_VALUE, Long.MAX_VALUE));
        both(float.class, Float.class, new FloatingShape(Float.MAX_VALUE));
        both(double.class, Double.class, new FloatingShape(Double.MAX_VALUE));
        for (Class<?> number : List.of(short.class, int.class, long.class, float.class, double.class)) {
            known.put(number.arrayType(), new ListShape(known.getOrDefault(number, Shape.ANY), false));
        }
        for (StandardAdapter<?> standard : StandardAdapters.all()) {
            adapters.put(standard.type(), standard.adapter());
            known.put(standard.type(), new TextShape(standard.adapter(), standard.takesNumbers()));
        }
    }

    private void both(Class<?> primitive, Class<?> boxed, Shape shape) {
        known.put(primitive, shape);
        known.put(boxed, shape);
    }

    /** The adapters of all types met, to be registered with the provider. */
    Map<Class<?>, JsonbAdapter<?, String>> adapters() {
        return adapters;
    }

    Shape of(Type type) {
        if (type instanceof Class<?> raw) {
            Shape shape = known.get(raw);
            return shape != null ? shape : named(raw);
        }
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        throw new UnsupportedType(type, "name the type itself, without wildcard or type variable");
    }

    private Shape container(Class<?> raw, Type[] arguments) {
        if (raw == List.class || raw == Collection.class) {
            return new ListShape(of(arguments[0]), false);
        }
        if (raw == Set.class || raw == SortedSet.class) {
            return new ListShape(of(arguments[0]), true);
        }
        if (raw == Map.class || raw == SortedMap.class) {
            return new MapShape(of(arguments[1]), keys(arguments[0]));
        }
        throw new UnsupportedType(raw, Advice.of(raw));
    }

    private static List<String> keys(Type type) {
        if (type == String.class) {
            return List.of();
        }
        if (type instanceof Class<?> raw && raw.isEnum()) {
            return EnumRules.keys(raw);
        }
        throw new UnsupportedType(type, "the key of a Map must be a String or an enum");
    }

    private Shape named(Class<?> type) {
        JsonbTypeAdapter adapter = type.getAnnotation(JsonbTypeAdapter.class);
        if (adapter != null) {
            return adapted(type, adapter.value());
        }
        if (type.isEnum()) {
            return remember(type, new EnumShape(EnumRules.names(type)));
        }
        if (type.isRecord()) {
            return record(type);
        }
        JsonbTypeInfo choice = type.getAnnotation(JsonbTypeInfo.class);
        if (choice != null) {
            return union(type, choice);
        }
        throw new UnsupportedType(type, Advice.of(type));
    }

    private Shape remember(Class<?> type, Shape shape) {
        known.put(type, shape);
        return shape;
    }

    private Shape adapted(Class<?> type, Class<?> adapterType) {
        boolean writesText = Stream.of(adapterType.getMethods())
                .anyMatch(method -> method.getName().equals("adaptToJson") && method.getReturnType() == String.class);
        if (!writesText) {
            throw new UnsupportedType(adapterType, "an adapter must make a String: records need none");
        }
        try {
            @SuppressWarnings("unchecked") // it was just seen to make texts, and providers give it values of its type
            JsonbAdapter<Object, String> adapter =
                    (JsonbAdapter<Object, String>) adapterType.getConstructor().newInstance();
            adapters.put(type, adapter);
            return remember(type, new TextShape(adapter, false));
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedType(
                    adapterType, "an adapter needs a public class and a public constructor without parameters");
        }
    }

    private Shape record(Class<?> type) {
        RecordRules.check(type);
        ObjectShape shape = new ObjectShape();
        known.put(type, shape);
        List<ObjectShape.Field> members = new ArrayList<>();
        boolean declaresNulls = RecordRules.declaresNulls(type);
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable =
                    !component.getType().isPrimitive() && (!declaresNulls || RecordRules.isNullable(component));
            try {
                members.add(new ObjectShape.Field(
                        RecordRules.propertyName(component), of(component.getGenericType()), nullable));
            } catch (UnsupportedType e) {
                throw e.in(type, component.getName());
            }
        }
        JsonbTypeInfo choice = RecordRules.choiceAbove(type);
        if (choice != null) {
            members.add(new ObjectShape.Field(choice.key(), new EnumShape(List.of(alias(type, choice))), true));
        }
        Set<String> names = new HashSet<>();
        members.forEach(member -> {
            if (!names.add(member.name)) {
                throw new UnsupportedType(type, "two of its properties are called " + member.name);
            }
        });
        shape.members(members);
        return shape;
    }

    private static String alias(Class<?> type, JsonbTypeInfo choice) {
        for (JsonbSubtype subtype : choice.value()) {
            if (subtype.type() == type) {
                return subtype.alias();
            }
        }
        throw new UnsupportedType(type, "add it to @JsonbTypeInfo of its sealed type");
    }

    private Shape union(Class<?> type, JsonbTypeInfo choice) {
        Map<String, Shape> alternatives = new HashMap<>();
        // Known before its alternatives, which may hold values of this very type.
        UnionShape shape = new UnionShape(choice.key(), alternatives);
        known.put(type, shape);
        Class<?> @Nullable [] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            throw new UnsupportedType(type, "make it sealed, its alternatives records");
        }
        for (Class<?> alternative : permitted) {
            if (!alternative.isRecord()) {
                throw new UnsupportedType(alternative, "an alternative of a sealed type must be a record");
            }
            if (alternatives.put(alias(alternative, choice), of(alternative)) != null) {
                throw new UnsupportedType(type, "two alternatives have the same alias");
            }
        }
        return shape;
    }
}
