package isms.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isms.platform.decider.Violation;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a file is to be taken in; a {@code @BeanParam} of the operations that import. */
public class ImportRequest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_SOURCE = 100;

    @QueryParam("dryRun")
    @Parameter(description = "Judge every row and report, but write nothing")
    public boolean dryRun;

    @QueryParam("partial")
    @Parameter(description = "Take the good rows although there are bad ones; without it, one bad row keeps all out")
    public boolean partial;

    @QueryParam("update")
    @Parameter(
            description =
                    "Change what is there already to what its row says; without it, rows that differ are reported and left")
    public boolean update;

    @QueryParam("results")
    @Parameter(description = "List in the report what became of every row, with id and key")
    public boolean results;

    @QueryParam("source")
    @DefaultValue("file")
    @Parameter(
            description =
                    "Where the file comes from. An entry is known again by source and externalId: keep it the same when the file is sent again",
            example = "old-grc-tool")
    public @Nullable String source;

    @QueryParam("mapping")
    @Parameter(
            description =
                    "JSON object: the field that a column holds, by the heading of the column; null leaves a column out",
            example = "{\"Titel\": \"title\", \"Notes\": null}")
    public @Nullable String mapping;

    @QueryParam("defaults")
    @Parameter(
            description = "JSON object: what a field holds where a row says nothing",
            example = "{\"context\": \"CTX-1\", \"owner\": \"u-0017\"}")
    public @Nullable String defaults;

    @QueryParam("ignore")
    @Parameter(description = "Columns to leave out, separated by commas; `*` for all that are not known")
    public @Nullable String ignore;

    @QueryParam("sheet")
    @Parameter(description = "Name of the sheet of an XLSX workbook; the first one, when absent")
    public @Nullable String sheet;

    @QueryParam("separator")
    @Parameter(
            description =
                    "What separates the cells of a CSV file: comma, semicolon, tab or bar; found out, when absent")
    public @Nullable String separator;

    @Context
    public @Nullable UriInfo uri;

    /**
     * What the request says of the columns.
     *
     * @param mapping field by heading; empty for a column that is left out
     * @param defaults value by field
     * @param ignore headings of columns to leave out
     */
    record Wishes(Map<String, String> mapping, Map<String, String> defaults, List<String> ignore) {}

    Wishes wishes(ImportFile file) {
        List<String> leave = new ArrayList<>();
        if (ignore != null) {
            for (String column : ignore.split(",", -1)) {
                if (!column.isBlank()) {
                    leave.add(column.strip());
                }
            }
        }
        return new Wishes(
                object("mapping", file.mapping() == null ? mapping : file.mapping()),
                object("defaults", file.defaults() == null ? defaults : file.defaults()),
                leave);
    }

    /** Where the file is said to come from. */
    public String source() {
        String name = source == null ? "" : source.strip();
        if (name.isEmpty() || name.length() > LONGEST_SOURCE) {
            throw invalid("source", "source must have 1 to " + LONGEST_SOURCE + " characters.");
        }
        return name;
    }

    @Nullable
    Character separatorCharacter() {
        return switch (separator) {
            case null -> null;
            case "comma", "," -> ',';
            case "semicolon", ";" -> ';';
            case "tab", "\t" -> '\t';
            case "bar", "|" -> '|';
            default ->
                throw invalid(
                        "separator", "separator must be comma, semicolon, tab or bar, not \"" + separator + "\".");
        };
    }

    /** A misspelt parameter must not let everything in. */
    void allowOnlyKnown() {
        UriInfo known = uri;
        if (known == null) {
            throw new IllegalStateException("not bound to a request");
        }
        TreeSet<String> allowed = new TreeSet<>(List.of(
                "dryRun",
                "partial",
                "update",
                "results",
                "source",
                "mapping",
                "defaults",
                "ignore",
                "sheet",
                "separator"));
        for (String given : known.getQueryParameters().keySet()) {
            if (!allowed.contains(given)) {
                throw invalid(
                        given,
                        "There is no query parameter \"" + given + "\" here. Allowed are: " + String.join(", ", allowed)
                                + ".");
            }
        }
    }

    private static Map<String, String> object(String name, @Nullable String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (text == null || text.isBlank()) {
            return entries;
        }
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                for (Map.Entry<String, JsonNode> entry : object.properties()) {
                    if (!entry.getValue().isValueNode()) {
                        throw invalid(name, name + ": the value of \"" + entry.getKey() + "\" is not text.");
                    }
                    entries.put(
                            entry.getKey(),
                            entry.getValue().isNull() ? "" : entry.getValue().asText());
                }
                return entries;
            }
        } catch (JsonProcessingException malformed) {
            throw invalid(name, name + " must be a JSON object such as {\"Titel\": \"title\"}.");
        }
        throw invalid(name, name + " must be a JSON object such as {\"Titel\": \"title\"}.");
    }

    private static ProblemException invalid(String parameter, String detail) {
        return new ProblemException(
                ProblemCode.INVALID_PARAMETER, detail, List.of(new Violation("/query/" + parameter, detail)));
    }
}
