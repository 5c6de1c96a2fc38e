package isms.control.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import isms.platform.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That each rule can fail is shown where it is: in the tests of risk-service. */
class HouseRulesTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("isms.control");

    static Stream<ArchRule> rules() {
        return HouseRules.all(
                        "isms.control",
                        "isms.control.framework..",
                        "isms.control.mapping..",
                        "isms.control.need..",
                        "isms.control.control..",
                        "isms.control.statement..")
                .stream()
                .map(rule -> rule.allowEmptyShould(true));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_service_keeps_every_rule(ArchRule rule) {
        rule.check(SERVICE);
    }
}
