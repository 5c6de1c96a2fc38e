package isms.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import isms.platform.deadline.Deadline;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.decider.Fact;
import isms.platform.decider.Rule;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How the code of a service is built. Every rule has a fixture that breaks it. */
public final class HouseRules {

    private static final Set<String> CLOCKS_AND_DICE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random");

    private static final Pattern VAGUE =
            Pattern.compile("(Dto|DTO|Manager|Helper|Util|Utils|Impl|Service|Handler|Processor|Data|Info)$");

    private static final DescribedPredicate<JavaClass> AT_THE_EDGE = describe(
            "resources, entities, aggregate types and deadlines",
            type -> outermost(type).isAnnotatedWith(Path.class)
                    || outermost(type).isAnnotatedWith(Entity.class)
                    || outermost(type).isAssignableTo(AggregateType.class)
                    || outermost(type).isAssignableTo(Deadline.class));

    private static final DescribedPredicate<JavaClass> DECISIONS =
            describe("commands", type -> type.isAssignableTo(Command.class) && !type.isInterface());

    private static final DescribedPredicate<JavaAccess<?>> A_CLOCK_OR_DICE = describe("a clock or dice", access -> {
        AccessTarget target = access.getTarget();
        return CLOCKS_AND_DICE.contains(target.getOwner().getName() + "." + target.getName());
    });

    private HouseRules() {}

    public static ArchRule the_domain_knows_no_framework(String... domain) {
        return noClasses()
                .that()
                .resideInAnyPackage(domain)
                .and(DescribedPredicate.not(AT_THE_EDGE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "jakarta.persistence..",
                        "jakarta.inject..",
                        "jakarta.enterprise..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "org.hibernate..",
                        "org.axonframework..",
                        "java.sql..",
                        "isms.platform.http..",
                        "isms.platform.query..",
                        "isms.platform.command..",
                        "isms.platform.projection..")
                .because("a decision is pure Java (style: no clock, id generator or lookup inside a decision)");
    }

    public static ArchRule nothing_reads_a_clock_or_throws_dice() {
        return noClasses()
                .should()
                .accessTargetWhere(A_CLOCK_OR_DICE)
                .because("the moment and new ids enter through the command, so that a replay ends where life is");
    }

    public static ArchRule commands_are_package_private_records() {
        return classes()
                .that(DECISIONS)
                .should()
                .beRecords()
                .andShould()
                .bePackagePrivate()
                .because("an intention is a value, and nobody but the resource of its package has it");
    }

    public static ArchRule facts_are_named_records() {
        return classes()
                .that(describe("members of a sealed ...Event", HouseRules::isFact))
                .should()
                .beRecords()
                .andShould()
                .beAnnotatedWith(Fact.class)
                .because("what is stored outlives every refactoring of its class");
    }

    public static ArchRule no_two_facts_are_stored_under_one_name() {
        return classes()
                .that()
                .areAnnotatedWith(Fact.class)
                .should(new UniqueStoredName())
                .because("the log finds the class of a fact by its stored name");
    }

    public static ArchRule rules_are_enums_of_sentences() {
        return classes()
                .that(assignableTo(Rule.class)
                        .and(DescribedPredicate.not(describe("Rule", t -> t.isEquivalentTo(Rule.class)))))
                .should()
                .beEnums()
                .andShould()
                .haveSimpleNameEndingWith("Rule")
                .because("a refusal is a constant whose name is a sentence");
    }

    public static ArchRule aggregate_types_are_singletons() {
        return classes()
                .that()
                .areAssignableTo(AggregateType.class)
                .should()
                .beAnnotatedWith(Singleton.class)
                .because("the platform finds them as beans, and a proxy would hide their fields");
    }

    public static ArchRule no_name_is_vague() {
        return classes()
                .should(new ArchCondition<>("have a name that says what it is") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (VAGUE.matcher(type.getSimpleName()).find()) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " says nothing of the domain"));
                        }
                    }
                })
                .because("files are verbs, folders are nouns");
    }

    public static ArchRule only_the_border_speaks_to_others(String... border) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(border)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("isms.contracts..")
                .because("what leaves a service is decided in one place, and what enters it in another");
    }

    public static ArchRule packages_form_no_cycle(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
    }

    private static boolean isFact(JavaClass type) {
        return type.getEnclosingClass()
                .filter(enclosing -> enclosing.isInterface()
                        && enclosing.getSimpleName().endsWith("Event")
                        && type.isAssignableTo(enclosing.getName()))
                .isPresent();
    }

    private static final class UniqueStoredName extends ArchCondition<JavaClass> {

        private final Map<String, List<JavaClass>> byName = new HashMap<>();

        UniqueStoredName() {
            super("have a stored name of their own");
        }

        @Override
        public void init(Collection<JavaClass> facts) {
            byName.clear();
            facts.forEach(fact -> byName.computeIfAbsent(name(fact), name -> new ArrayList<>())
                    .add(fact));
        }

        @Override
        public void check(JavaClass fact, ConditionEvents events) {
            if (byName.getOrDefault(name(fact), List.of()).size() > 1) {
                events.add(SimpleConditionEvent.violated(fact, fact.getName() + " shares the name " + name(fact)));
            }
        }

        private static String name(JavaClass fact) {
            return fact.getAnnotationOfType(Fact.class).type();
        }
    }

    /** All rules of a service, for those who add one. */
    public static List<ArchRule> all(String root, String... domain) {
        return Arrays.asList(
                the_domain_knows_no_framework(domain),
                nothing_reads_a_clock_or_throws_dice(),
                commands_are_package_private_records(),
                facts_are_named_records(),
                no_two_facts_are_stored_under_one_name(),
                rules_are_enums_of_sentences(),
                aggregate_types_are_singletons(),
                no_name_is_vague(),
                only_the_border_speaks_to_others(root + ".publication..", root + ".reaction.."),
                packages_form_no_cycle(root));
    }
}
