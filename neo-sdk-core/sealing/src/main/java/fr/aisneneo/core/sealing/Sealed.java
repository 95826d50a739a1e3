package fr.aisneneo.core.sealing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record that a {@link SealedCollection} keeps encrypted, with everything in it. It counts on
 * the record of the collection itself; on one within a component that is not sealed the collection is refused. A
 * collection of records that cannot be annotated names them with {@link SealedCollectionBuilder#sealed}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Sealed {}
