package isms.risk.librarycatalogue;

import isms.platform.http.ProblemCode;
import isms.platform.query.ReadRequest;
import isms.risk.library.Library.Item;
import isms.risk.library.Library.Scenario;
import jakarta.ws.rs.QueryParam;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the starting sets can be asked for. They have no past: they come with the software. */
public class StartingSetRequest extends ReadRequest {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    @QueryParam("q")
    @Parameter(description = "Words that must all occur, in any language, whatever their case and accents")
    public @Nullable String q;

    void allow(String... own) {
        allowOnly(own);
        if (asOf != null || timeline != null || fields != null) {
            throw ProblemCode.INVALID_PARAMETER.because(
                    "Starting sets come with the software and have no past: leave asOf, timeline and fields out.");
        }
    }

    boolean finds(Item item) {
        return found(Stream.of(Stream.of(item.id(), item.title(), item.description()), words(item.titles())));
    }

    boolean finds(Scenario scenario) {
        var told = scenario.scenario();
        return found(Stream.of(
                Stream.of(
                        scenario.id(),
                        scenario.title(),
                        told.source(),
                        told.event(),
                        told.vulnerability(),
                        told.consequence(),
                        told.category()),
                words(scenario.titles()),
                Stream.of(told.assets(), told.processes()).flatMap(Collection::stream)));
    }

    private static Stream<String> words(Map<String, String> titles) {
        return titles.values().stream();
    }

    private boolean found(Stream<Stream<String>> texts) {
        if (q == null || q.isBlank()) {
            return true;
        }
        String all = folded(String.join(" ", texts.flatMap(text -> text).toList()));
        return List.of(folded(q).strip().split("\\s+")).stream().allMatch(all::contains);
    }

    private static String folded(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
