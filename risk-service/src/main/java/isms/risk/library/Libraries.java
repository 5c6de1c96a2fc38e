package isms.risk.library;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import isms.risk.library.Library.Item;
import isms.risk.library.Library.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The starting sets that come with the software, in the words of this project. They are files beside this class: threats and
 * vulnerabilities that several industries share, and a file of scenarios per industry. Read once.
 */
public final class Libraries {

    private static final List<String> INDUSTRIES =
            List.of("manufacturer", "software-company", "hospital", "municipality");

    private static final Libraries SHIPPED = read();

    private final Map<String, Item> threats;
    private final Map<String, Item> vulnerabilities;
    private final SequencedMap<String, Library> libraries = new LinkedHashMap<>();
    private final Map<String, List<Scenario>> scenarios = new LinkedHashMap<>();

    private Libraries(List<Item> threats, List<Item> vulnerabilities) {
        this.threats = byId(threats);
        this.vulnerabilities = byId(vulnerabilities);
    }

    /** An entry of a starting set as an organization adopts it. */
    record Adoptable(String id, EntryKind kind, EntryContent content) {}

    private record Industry(
            String id, String title, Map<String, String> titles, String description, List<Told> scenarios) {}

    /** A scenario as its file tells it: its threat and its vulnerability by id. */
    private record Told(
            String id,
            String title,
            Map<String, String> titles,
            String threat,
            String event,
            String vulnerability,
            String consequence,
            List<String> affects,
            String category,
            List<String> controls,
            List<String> assets,
            List<String> processes) {}

    /** Those that come with this version of the software. */
    public static Libraries shipped() {
        return SHIPPED;
    }

    public List<Library> all() {
        return List.copyOf(libraries.values());
    }

    public Optional<Library> library(String id) {
        return Optional.ofNullable(libraries.get(id));
    }

    public List<Item> threats(Library library) {
        return of(threats, library);
    }

    public List<Item> vulnerabilities(Library library) {
        return of(vulnerabilities, library);
    }

    public List<Scenario> scenarios(Library library) {
        return scenarios.getOrDefault(library.id(), List.of());
    }

    /** What a risk starts from; empty when no starting set has a scenario with this id, in any case. */
    public Optional<StartingPoint> startingPoint(String id) {
        String asked = id.toUpperCase(Locale.ROOT);
        return scenarios.values().stream()
                .flatMap(List::stream)
                .filter(scenario -> scenario.id().equals(asked))
                .map(scenario -> new StartingPoint(scenario.id(), scenario.title(), scenario.scenario()))
                .findFirst();
    }

    /** All of a starting set, in order: threats, vulnerabilities, scenarios. */
    List<Adoptable> adoptable(Library library) {
        return Stream.of(
                        threats(library).stream()
                                .map(item -> new Adoptable(item.id(), EntryKind.THREAT, item.content())),
                        vulnerabilities(library).stream()
                                .map(item -> new Adoptable(item.id(), EntryKind.VULNERABILITY, item.content())),
                        scenarios(library).stream()
                                .map(scenario -> new Adoptable(scenario.id(), EntryKind.SCENARIO, scenario.content())))
                .flatMap(Function.identity())
                .toList();
    }

    private static List<Item> of(Map<String, Item> items, Library library) {
        return items.values().stream()
                .filter(item -> item.libraries().contains(library.id()))
                .toList();
    }

    private static Libraries read() {
        var read = new Libraries(
                read("threats", new TypeReference<List<Item>>() {}),
                read("vulnerabilities", new TypeReference<List<Item>>() {}));
        INDUSTRIES.forEach(industry -> read.add(read(industry, new TypeReference<Industry>() {})));
        return read;
    }

    private void add(Industry industry) {
        var ready = new ArrayList<Scenario>();
        for (Told told : industry.scenarios()) {
            ready.add(new Scenario(
                    told.id(),
                    told.title(),
                    told.titles(),
                    told.threat(),
                    told.vulnerability(),
                    new ScenarioWords(
                            named(threats, told.threat()),
                            told.event(),
                            named(vulnerabilities, told.vulnerability()),
                            told.consequence(),
                            told.affects(),
                            told.category(),
                            told.controls(),
                            told.assets(),
                            told.processes())));
        }
        scenarios.put(industry.id(), List.copyOf(ready));
        libraries.put(
                industry.id(),
                new Library(
                        industry.id(),
                        industry.title(),
                        industry.titles(),
                        industry.description(),
                        count(threats, industry.id()),
                        count(vulnerabilities, industry.id()),
                        ready.size()));
    }

    private static int count(Map<String, Item> items, String library) {
        return (int) items.values().stream()
                .filter(item -> item.libraries().contains(library))
                .count();
    }

    private static String named(Map<String, Item> items, String id) {
        Item item = items.get(id);
        if (item == null) {
            throw new IllegalStateException("no entry " + id);
        }
        return item.title();
    }

    private static Map<String, Item> byId(List<Item> items) {
        return items.stream()
                .collect(toMap(
                        Item::id,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("twice: " + one.id());
                        },
                        LinkedHashMap::new));
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream file = Libraries.class.getResourceAsStream(name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("no file " + name + ".json");
            }
            return new ObjectMapper().readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
