package isms.risk.library;

import static org.assertj.core.api.Assertions.assertThat;

import isms.risk.library.Libraries.Adoptable;
import isms.risk.library.Library.Item;
import isms.risk.library.Library.Scenario;
import isms.risk.risk.Property;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("RSK-17: the starting sets")
class LibrariesTest {

    /** How many controls each theme of Annex A (2022) has. */
    private static final Map<Integer, Integer> ANNEX_A = Map.of(5, 37, 6, 8, 7, 14, 8, 34);

    private static final Libraries SHIPPED = Libraries.shipped();

    static Stream<Library> libraries() {
        return SHIPPED.all().stream();
    }

    @Test
    @DisplayName("RSK-17: a manufacturer, a software company, a hospital and a municipality have one")
    void for_four_industries() {
        assertThat(SHIPPED.all())
                .extracting(Library::id)
                .containsExactly("manufacturer", "software-company", "hospital", "municipality");
        assertThat(SHIPPED.library("bank")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    @DisplayName("RSK-17: each has at least 25 threats, 25 vulnerabilities and 20 scenarios that a risk can start from")
    void each_is_rich_and_whole(Library library) {
        assertThat(library.threats()).isGreaterThanOrEqualTo(25);
        assertThat(library.vulnerabilities()).isGreaterThanOrEqualTo(25);
        assertThat(library.scenarios()).isGreaterThanOrEqualTo(20);
        assertThat(SHIPPED.threats(library)).hasSize(library.threats());
        assertThat(SHIPPED.adoptable(library))
                .hasSize(library.threats() + library.vulnerabilities() + library.scenarios())
                .allSatisfy(entry -> {
                    entry.content().sound(entry.kind()).complete(entry.kind());
                    if (entry.kind() == EntryKind.SCENARIO) {
                        assertThat(SHIPPED.startingPoint(entry.id().toLowerCase(java.util.Locale.ROOT)))
                                .as(entry.id())
                                .isPresent();
                    }
                });
        assertThat(SHIPPED.scenarios(library)).allSatisfy(scenario -> {
            var words = scenario.scenario();
            assertThat(words.assets()).as(scenario.id()).isNotEmpty();
            assertThat(words.controls())
                    .as(scenario.id())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .doesNotHaveDuplicates();
            assertThat(words.controls()).as(scenario.id()).allMatch(LibrariesTest::isInAnnexA);
            assertThat(SHIPPED.threats(library)).extracting(Item::id).contains(scenario.threat());
            assertThat(SHIPPED.vulnerabilities(library)).extracting(Item::id).contains(scenario.vulnerability());
        });
    }

    @Test
    @DisplayName("RSK-17: no id and no title is given twice, and every one has a German title")
    void ids_and_titles_are_unique() {
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (Scenario scenario : libraries()
                .flatMap(library -> SHIPPED.scenarios(library).stream())
                .toList()) {
            assertThat(ids.add(scenario.id())).as(scenario.id()).isTrue();
            assertThat(titles.add(scenario.title())).as(scenario.title()).isTrue();
            assertThat(scenario.titles().get("de")).as(scenario.id()).isNotBlank();
        }
        for (Item item : libraries()
                .flatMap(library -> Stream.of(SHIPPED.threats(library), SHIPPED.vulnerabilities(library)))
                .flatMap(List::stream)
                .toList()) {
            assertThat(item.titles().get("de")).as(item.id()).isNotBlank();
            assertThat(item.description()).as(item.id()).endsWith(".");
        }
        assertThat(libraries()
                        .flatMap(library -> SHIPPED.adoptable(library).stream())
                        .map(Adoptable::id))
                .as("an entry that two sets share is one entry")
                .allMatch(id -> id.matches("(T|V|MFG|SWC|HOS|MUN)-\\d{2}"));
    }

    @Test
    @DisplayName("RSK-17: a scenario affects what a risk affects")
    void the_words_are_those_of_a_risk() {
        assertThat(ScenarioWords.PROPERTIES)
                .containsExactlyElementsOf(
                        Stream.of(Property.values()).map(Property::word).toList());
    }

    private static boolean isInAnnexA(String reference) {
        String[] parts = reference.split("\\.");
        return parts.length == 3
                && parts[0].equals("A")
                && Integer.parseInt(parts[2]) >= 1
                && Integer.parseInt(parts[2]) <= ANNEX_A.getOrDefault(Integer.parseInt(parts[1]), 0);
    }
}
