package fr.aisneneo.core.json.internal;

import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/**
 * Lets a record be written by its components alone. Left to themselves, providers differ: one adds every method whose
 * name starts with {@code get} or {@code is}, another every method without parameters.
 */
public final class ComponentsOnly implements PropertyVisibilityStrategy {

    /** Makes one. */
    public ComponentsOnly() {}

    @Override
    public boolean isVisible(Field field) {
        return false; // not even of other classes: Yasson asks for those of java.lang.Enum, and fails to open them
    }

    @Override
    public boolean isVisible(Method method) {
        RecordComponent[] components = method.getDeclaringClass().getRecordComponents();
        if (components == null) {
            return false;
        }
        for (RecordComponent component : components) {
            if (component.getAccessor().equals(method)) {
                return true;
            }
        }
        return false;
    }
}
