package isms.acceptance;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which tests name which rules: read from the sources of all modules, since a rule may be proven anywhere. */
final class NamedTests {

    private static final Pattern NAME = Pattern.compile(
            "@(?:DisplayName|Label)\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)\\s*\\)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern RULES = Pattern.compile("\\b(RSK|CTL|ALL)-(\\d+)(?: to \\1-(\\d+))?");
    private static final Pattern LEADING = Pattern.compile("^(?:(?:(?:RSK|CTL|ALL)-\\d+)(?:, | to )?)+: *");

    private NamedTests() {}

    /**
     * A test, or a class of tests, that names rules.
     *
     * @param type the class in its file
     * @param file from the folder of the project
     * @param sentence what it says, without the rules that it begins with
     */
    record Named(String type, String file, Set<String> rules, String sentence) {}

    /** All under a folder of modules, in the order of their files. */
    static List<Named> under(Path project) {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted(comparing(Path::toString))
                    .flatMap(file -> in(project, file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Named> in(Path project, Path file) {
        var found = new ArrayList<Named>();
        String type = file.getFileName().toString().replace(".java", "");
        String place = project.relativize(file).toString().replace('\\', '/');
        Matcher names = NAME.matcher(read(file));
        while (names.find()) {
            var words = new StringBuilder();
            Matcher literals = LITERAL.matcher(names.group(1));
            while (literals.find()) {
                words.append(literals.group(1).replace("\\\"", "\""));
            }
            Set<String> rules = rules(words.toString());
            if (!rules.isEmpty()) {
                found.add(new Named(type, place, rules, LEADING.matcher(words).replaceFirst("")));
            }
        }
        return found;
    }

    /** The rules that a sentence names; "RSK-6 to RSK-8" are three. */
    static Set<String> rules(String sentence) {
        var rules = new LinkedHashSet<String>();
        Matcher named = RULES.matcher(sentence);
        while (named.find()) {
            int first = Integer.parseInt(named.group(2));
            int last = named.group(3) == null ? first : Integer.parseInt(named.group(3));
            for (int i = first; i <= last; i++) {
                rules.add(named.group(1) + "-" + i);
            }
        }
        return rules;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
