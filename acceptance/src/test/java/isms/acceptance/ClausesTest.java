package isms.risk;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import isms.platform.decider.Rule;
import isms.risk.NamedTests.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Keeps the way from a clause of ISO/IEC 27001 to its proof: {@code docs/clauses.md}, made of the rules' list
 * ({@code docs/rules}), of the refusals in the code and of the tests that name a rule. {@code -Dupdate.docs=true} writes it.
 */
@DisplayName("From a clause to its rules, from a rule to its refusals and tests")
class ClausesTest {

    private static final Path DOCS = Path.of("../docs");
    private static final String PENDING = "pending";
    private static final String CLAUSE = "\\d+(\\.\\d+)*( [a-z])?( \\d)?";

    /** 6.1.2 a before 6.1.2 b before 8.2 before 10.2. */
    private static final Comparator<String> BY_NUMBER = comparing(ClausesTest::sortable);

    private static final List<Listed> RISK = listed("risk");
    private static final List<Listed> ALL = listed("all");
    private static final List<Rule> REFUSALS = refusals();
    private static final List<Named> TESTS = NamedTests.under(Path.of(".."));

    /** A rule of the domain, as the list in docs/rules has it. */
    private record Listed(String id, List<String> clauses, String meaning, String state) {

        boolean isPending() {
            return state.equals(PENDING);
        }

        List<Rule> refusals() {
            return REFUSALS.stream().filter(refusal -> refusal.id().equals(id)).toList();
        }

        List<Named> tests() {
            return TESTS.stream().filter(test -> test.rules().contains(id)).toList();
        }

        /** Those of the list and those that its refusals serve. */
        TreeSet<String> allClauses() {
            var all = new TreeSet<>(BY_NUMBER);
            all.addAll(clauses);
            refusals().forEach(refusal -> all.add(refusal.clause()));
            return all;
        }
    }

    @Test
    @DisplayName("The list is whole: every rule of the domain, once, in order")
    void the_list_is_whole() {
        assertThat(RISK).extracting(Listed::id).containsExactlyElementsOf(ids("RSK-", 18));
        assertThat(ALL).extracting(Listed::id).containsExactlyElementsOf(ids("ALL-", 10));
        assertThat(Stream.concat(RISK.stream(), ALL.stream())).allSatisfy(rule -> {
            assertThat(rule.clauses()).as(rule.id()).isNotEmpty().allMatch(clause -> clause.matches(CLAUSE));
            assertThat(rule.meaning()).as(rule.id()).endsWith(".");
            assertThat(rule.state()).as(rule.id()).isIn("proven", PENDING);
        });
    }

    @Test
    @DisplayName("Every rule has a test that names it, but for those that are pending, and those have none")
    void every_rule_has_a_test() {
        assertThat(Stream.concat(RISK.stream(), ALL.stream()).filter(rule -> !rule.isPending()))
                .as("a rule without a test that names it")
                .allSatisfy(rule -> assertThat(rule.tests()).as(rule.id()).isNotEmpty());
        assertThat(Stream.concat(RISK.stream(), ALL.stream()).filter(Listed::isPending))
                .as("pending, but there is a test that names it: say proven in docs/rules")
                .allSatisfy(rule -> assertThat(rule.tests()).as(rule.id()).isEmpty());
    }

    @Test
    @DisplayName("Every refusal belongs to a rule of the list, and every rule that a test names is one")
    void nothing_refers_to_a_rule_that_is_not_there() {
        var known = Stream.concat(RISK.stream(), ALL.stream()).map(Listed::id).toList();

        assertThat(REFUSALS).isNotEmpty().allSatisfy(refusal -> {
            assertThat(known).as(refusal.name()).contains(refusal.id());
            assertThat(refusal.clause()).as(refusal.name()).matches(CLAUSE);
            assertThat(refusal.sentence()).as(refusal.name()).endsWith(".");
            assertThat(refusal.remedy()).as(refusal.name()).endsWith(".");
        });
        assertThat(TESTS).flatExtracting(Named::rules).isSubsetOf(known);
    }

    @Test
    @DisplayName("docs/clauses.md is up to date")
    void the_page_is_up_to_date() throws IOException {
        Path page = DOCS.resolve("clauses.md");
        String expected = page();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("out of date: ./mvnw -pl risk-service -am test -Dtest=ClausesTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dupdate.docs=true")
                .hasContent(expected);
    }

    private static String page() {
        var page = new StringBuilder("""
                # From a clause to its proof

                Which rules serve a clause of ISO/IEC 27001:2022, what the software refuses because of them, and which tests
                prove it. Made by `ClausesTest` from the [list of rules](rules/) (ours, in our own words), from the rules in
                the code and from the names of the tests; the build fails when it is out of date. A refusal tells its rule's
                id, clause and sentence to whoever it refuses.

                ## Clauses
                | clause | rules |
                |---|---|
                """);
        byClause()
                .forEach((clause, rules) -> page.append("| ")
                        .append(clause)
                        .append(" | ")
                        .append(rules.stream().map(ClausesTest::link).collect(joining(", ")))
                        .append(" |\n"));
        table(page, "Risk assessment and treatment", RISK);
        table(page, "For every service", ALL);
        page.append("\nFor every service, as far as the risk service and the platform under it are concerned.\n");
        Stream.concat(RISK.stream(), ALL.stream()).forEach(rule -> section(page, rule));
        return page.toString();
    }

    private static Map<String, List<String>> byClause() {
        Map<String, List<String>> byClause = new TreeMap<>(BY_NUMBER);
        Stream.concat(RISK.stream(), ALL.stream())
                .forEach(rule -> rule.allClauses()
                        .forEach(clause -> byClause.computeIfAbsent(clause, _ -> new ArrayList<>())
                                .add(rule.id())));
        return byClause;
    }

    private static void table(StringBuilder page, String title, List<Listed> rules) {
        page.append("\n## ")
                .append(title)
                .append("\n| rule | clauses | what it demands | refusals | tests |\n|---|---|---|---|---|\n");
        for (Listed rule : rules) {
            page.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            link(rule.id()),
                            String.join(", ", rule.allClauses()),
                            rule.meaning(),
                            rule.refusals().isEmpty() ? "" : rule.refusals().size(),
                            rule.isPending() ? PENDING : rule.tests().size()));
        }
    }

    private static void section(StringBuilder page, Listed rule) {
        page.append("\n### ")
                .append(rule.id())
                .append('\n')
                .append(rule.meaning())
                .append('\n');
        if (!rule.refusals().isEmpty()) {
            page.append("\nRefuses:\n");
            rule.refusals()
                    .forEach(refusal -> page.append(
                            "- `%s` (%s): %s\n".formatted(refusal.name(), refusal.clause(), refusal.sentence())));
        }
        page.append(rule.tests().isEmpty() ? "\nNo test names it yet.\n" : "\nProven by:\n");
        Map<String, List<Named>> byFile = new TreeMap<>();
        rule.tests()
                .forEach(test -> byFile.computeIfAbsent(test.file(), _ -> new ArrayList<>())
                        .add(test));
        byFile.values().stream()
                .sorted(comparing(tests -> tests.getFirst().type()))
                .forEach(tests -> page.append("- [%s](../%s): %s\n"
                        .formatted(
                                tests.getFirst().type(),
                                tests.getFirst().file(),
                                tests.stream().map(Named::sentence).distinct().collect(joining("; ")))));
    }

    private static String link(String rule) {
        return "[" + rule + "](#" + rule.toLowerCase(java.util.Locale.ROOT) + ")";
    }

    private static List<String> ids(String prefix, int last) {
        var ids = new ArrayList<String>();
        for (int i = 1; i <= last; i++) {
            ids.add(prefix + i);
        }
        return ids;
    }

    private static String sortable(String clause) {
        return Stream.of(clause.split("[. ]"))
                .map(part -> part.matches("\\d+") ? "%03d".formatted(Integer.parseInt(part)) : part)
                .collect(joining("."));
    }

    private static List<Rule> refusals() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("isms.risk").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Rule.class))
                        .sorted(comparing(type -> type.getName()))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(Rule.class::cast)
                        .toList();
    }

    private static List<Listed> listed(String page) {
        try (var lines = Files.lines(DOCS.resolve("rules").resolve(page + ".tsv"))) {
            return lines.skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Listed(cells[0], List.of(cells[1].split("; ")), cells[2], cells[3]))
                    .sorted(comparingInt(rule -> Integer.parseInt(rule.id().replaceAll("\\D", ""))))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
