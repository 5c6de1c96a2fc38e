package isms.acceptance;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import isms.acceptance.NamedTests.Named;
import isms.platform.decider.Rule;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
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

    /** The lists of rules, as docs/rules has them, in the order of the page. */
    private static final List<Page> PAGES = List.of(
            new Page("risk", "RSK-", 18, "Risk assessment and treatment"),
            new Page("control", "CTL-", 14, "Controls and the statement of applicability"),
            new Page("all", "ALL-", 10, "For every service"));

    private static final List<Rule> REFUSALS = refusals();
    private static final List<Named> TESTS = NamedTests.under(Path.of(".."));

    /**
     * A list of rules.
     *
     * @param last the number of its last rule
     */
    private record Page(String name, String prefix, int last, String title, List<Listed> rules) {

        Page(String name, String prefix, int last, String title) {
            this(name, prefix, last, title, listed(name));
        }
    }

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
        assertThat(PAGES)
                .allSatisfy(page -> assertThat(page.rules())
                        .extracting(Listed::id)
                        .containsExactlyElementsOf(ids(page.prefix(), page.last())));
        assertThat(all()).allSatisfy(rule -> {
            assertThat(rule.clauses()).as(rule.id()).isNotEmpty().allMatch(clause -> clause.matches(CLAUSE));
            assertThat(rule.meaning()).as(rule.id()).endsWith(".");
            assertThat(rule.state()).as(rule.id()).isIn("proven", PENDING);
        });
    }

    @Test
    @DisplayName("Every rule has a test that names it, but for those that are pending, and those have none")
    void every_rule_has_a_test() {
        assertThat(all().filter(rule -> !rule.isPending()))
                .as("a rule without a test that names it")
                .allSatisfy(rule -> assertThat(rule.tests()).as(rule.id()).isNotEmpty());
        assertThat(all().filter(Listed::isPending))
                .as("pending, but there is a test that names it: say proven in docs/rules")
                .allSatisfy(rule -> assertThat(rule.tests()).as(rule.id()).isEmpty());
    }

    @Test
    @DisplayName("Every refusal belongs to a rule of the list, and every rule that a test names is one")
    void nothing_refers_to_a_rule_that_is_not_there() {
        var known = all().map(Listed::id).toList();

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
                .as("out of date: ./mvnw -pl acceptance -am test -Dtest=ClausesTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dupdate.docs=true")
                .hasContent(expected);
    }

    private static Stream<Listed> all() {
        return PAGES.stream().flatMap(page -> page.rules().stream());
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
        PAGES.forEach(rules -> table(page, rules.title(), rules.rules()));
        page.append("\nFor every service, as far as those that are there and the platform under them are concerned.\n");
        all().forEach(rule -> section(page, rule));
        return page.toString();
    }

    private static Map<String, List<String>> byClause() {
        Map<String, List<String>> byClause = new TreeMap<>(BY_NUMBER);
        all().forEach(rule -> rule.allClauses()
                .forEach(clause ->
                        byClause.computeIfAbsent(clause, _ -> new ArrayList<>()).add(rule.id())));
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

    /** From what was compiled of all services: none of them may depend on another, nor this on any of them. */
    private static List<Rule> refusals() {
        var rules = new ArrayList<Rule>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : modules.filter(
                            module -> module.getFileName().toString().endsWith("-service"))
                    .sorted()
                    .toList()) {
                Path classes = module.resolve("target/classes");
                var loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClausesTest.class.getClassLoader());
                try (Stream<Path> files = Files.walk(classes)) {
                    for (Path file : files.filter(file -> file.toString().endsWith("Rule.class"))
                            .sorted()
                            .toList()) {
                        String name = classes.relativize(file).toString().replace(".class", "");
                        Class<?> type = Class.forName(name.replace('/', '.').replace('\\', '.'), true, loader);
                        if (type.isEnum() && Rule.class.isAssignableFrom(type)) {
                            Stream.of(type.getEnumConstants())
                                    .map(Rule.class::cast)
                                    .forEach(rules::add);
                        }
                    }
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("compile everything first", e);
        }
        return rules;
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
