package isms.risk.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import isms.platform.testing.HouseRules;
import isms.risk.architecture.fixture.DrawLots;
import isms.risk.architecture.fixture.LoosePractice;
import isms.risk.architecture.fixture.RiskHelper;
import isms.risk.architecture.fixture.StrayEvent;
import isms.risk.architecture.fixture.TalksToOthers;
import isms.risk.architecture.fixture.UnmanagedType;
import isms.risk.architecture.fixture.cycle.one.There;
import isms.risk.architecture.fixture.cycle.two.Back;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("isms.risk");

    static Stream<ArchRule> rules() {
        return HouseRules.all(
                "isms.risk",
                "isms.risk.criteria..",
                "isms.risk.methodology..",
                "isms.risk.context..",
                "isms.risk.risk..",
                "isms.risk.library..",
                "isms.risk.treatment..",
                "isms.risk.round..",
                "isms.risk.portfolio..",
                "isms.risk.quantification..")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_service_keeps_every_rule(ArchRule rule) {
        rule.check(SERVICE);
    }

    static Stream<Arguments> fixtures() {
        return Stream.of(
                of(HouseRules.the_domain_knows_no_framework("..fixture.."), DrawLots.class),
                of(HouseRules.nothing_reads_a_clock_or_throws_dice(), DrawLots.class),
                of(HouseRules.commands_are_package_private_records(), DrawLots.class),
                of(HouseRules.facts_are_named_records(), StrayEvent.Nameless.class),
                of(HouseRules.facts_are_named_records(), StrayEvent.NoRecord.class),
                of(HouseRules.no_two_facts_are_stored_under_one_name(), StrayEvent.Twin.class),
                of(HouseRules.rules_are_enums_of_sentences(), LoosePractice.class),
                of(HouseRules.aggregate_types_are_singletons(), UnmanagedType.class),
                of(HouseRules.no_name_is_vague(), RiskHelper.class),
                of(HouseRules.only_the_border_speaks_to_others("isms.risk.publication.."), TalksToOthers.class),
                of(HouseRules.packages_form_no_cycle("isms.risk.architecture.fixture.cycle"), There.class));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_rule_finds_what_breaks_it(ArchRule rule, Class<?> offender) {
        JavaClasses fixtures = new ClassFileImporter()
                .importClasses(
                        DrawLots.class,
                        StrayEvent.class,
                        StrayEvent.Nameless.class,
                        StrayEvent.NoRecord.class,
                        StrayEvent.Twin.class,
                        StrayEvent.OtherTwin.class,
                        LoosePractice.class,
                        UnmanagedType.class,
                        RiskHelper.class,
                        TalksToOthers.class,
                        There.class,
                        Back.class);

        assertThat(rule.evaluate(fixtures).getFailureReport().getDetails())
                .anyMatch(violation -> violation.contains(offender.getSimpleName()));
    }
}
