package isms.platform.decider;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as a domain event that is stored. The stored name is ours and outlives every refactoring of the class. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Fact {

    /** The stored type name in lower-kebab, unique within a service, for example {@code risk-assessed}. Never changes. */
    String type();

    /** The revision of the payload's shape, 1 or more. A higher one needs an upcaster for every lower one. */
    int revision() default 1;

    /** The clauses of ISO/IEC 27001:2022 that the decision serves, for example {@code "6.1.2 d"}; at least one. */
    String[] clauses();
}
