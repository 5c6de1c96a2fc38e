package isms.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record of the published language with the CloudEvents {@code type} under which it travels. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /**
     * {@code isms.<service>.<event>.v<N>}; its JSON Schema is the resource {@code /schemas/<type>.json}. Never changes: a
     * change that breaks readers is a new type.
     */
    String value();
}
