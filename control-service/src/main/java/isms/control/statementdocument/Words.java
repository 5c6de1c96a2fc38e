package isms.control.statementdocument;

import isms.control.statement.Lineage;
import isms.control.statement.Need;
import isms.control.statementdocument.Snapshot.Entry;
import isms.control.statementregister.StatementDifferences;
import isms.platform.document.Moments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A version in the words that all its files use. */
final class Words {

    private Words() {}

    static String title(Snapshot snapshot) {
        return "Statement of applicability " + snapshot.statement();
    }

    /** What the version is and who answers for it. */
    static SequencedMap<String, String> facts(Snapshot snapshot, String digest) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Organization", snapshot.organization());
        facts.put("Scope", snapshot.scope());
        facts.put("Standard", snapshot.standard() + ", 6.1.3 d");
        facts.put("Version", Integer.toString(snapshot.version()));
        facts.put("Status", snapshot.status());
        facts.put(
                "Submitted",
                snapshot.submittedAt() == null
                        ? "not yet"
                        : Moments.second(snapshot.submittedAt()) + " by " + snapshot.submittedBy());
        facts.put(
                "Approved",
                snapshot.approvedAt() == null
                        ? "not yet"
                        : Moments.second(snapshot.approvedAt()) + " by " + snapshot.approvedBy()
                                + (snapshot.delegated() ? ", for top management" : ", top management"));
        if (!snapshot.authors().isEmpty()) {
            facts.put(
                    "Written by",
                    snapshot.authors().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        facts.put(
                "Controls",
                "%d, of which %d apply, %d are excluded and %d are not decided"
                        .formatted(
                                snapshot.lines().size(),
                                count(snapshot, Boolean.TRUE),
                                count(snapshot, Boolean.FALSE),
                                snapshot.lines().stream()
                                        .filter(line -> line.applicable() == null)
                                        .count()));
        facts.put("SHA-256 of the content", digest);
        return facts;
    }

    private static long count(Snapshot snapshot, Boolean applicable) {
        return snapshot.lines().stream()
                .filter(line -> applicable.equals(line.applicable()))
                .count();
    }

    /** The lines by what they belong to, in their order. */
    static SequencedMap<String, List<Entry>> byTheme(Snapshot snapshot) {
        SequencedMap<String, List<Entry>> themes = new LinkedHashMap<>();
        for (Entry line : snapshot.lines()) {
            boolean annexA = !line.control().equals(line.reference());
            String theme = annexA && line.theme() != null
                    ? Character.toUpperCase(line.theme().charAt(0))
                            + line.theme().substring(1) + " controls of Annex A"
                    : "Further necessary controls";
            themes.computeIfAbsent(theme, unknown -> new ArrayList<>()).add(line);
        }
        return themes;
    }

    static String applicable(Entry line) {
        if (line.applicable() == null) {
            return "not decided";
        }
        return line.applicable() ? "yes" : "no";
    }

    static String status(Entry line) {
        return line.status() == null ? "" : line.status().replace('-', ' ');
    }

    /** Why the control is included or excluded, each reason by itself. */
    static List<String> reasons(Entry line) {
        List<String> reasons = new ArrayList<>();
        line.justifications().forEach(justification -> reasons.add(StatementDifferences.inWords(justification)));
        if (line.exclusion() != null) {
            reasons.add("Excluded: " + line.exclusion());
        }
        line.needs().stream().map(Need::inWords).forEach(reasons::add);
        return reasons;
    }

    static String lineage(Entry line) {
        return line.lineage().stream().map(Lineage::control).collect(Collectors.joining(", "));
    }
}
