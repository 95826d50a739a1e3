package fr.aisneneo.core.tck.log;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes long: runs once, on the module path. For both engines, neither of which sees the other one's tag as its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@org.junit.jupiter.api.Tag("heavy")
@net.jqwik.api.Tag("heavy")
@interface Heavy {}
