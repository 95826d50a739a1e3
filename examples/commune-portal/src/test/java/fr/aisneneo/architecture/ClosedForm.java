package fr.aisneneo.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A type that nobody extends by accident: what an application may implement or extend says so by its form. */
final class ClosedForm extends ArchCondition<JavaClass> {
    ClosedForm() {
        super("be a record, an interface, sealed, final, abstract, an enum or an exception");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean closed = type.isRecord()
                || type.isInterface()
                || type.isEnum()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.getModifiers().contains(JavaModifier.ABSTRACT)
                || Throwable.class.isAssignableFrom(type.reflect())
                || type.reflect().isSealed();
        events.add(new SimpleConditionEvent(type, closed, type.getFullName() + " is open for anyone to extend"));
    }
}
