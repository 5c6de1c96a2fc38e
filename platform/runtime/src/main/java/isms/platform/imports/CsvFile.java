package isms.platform.imports;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import isms.platform.imports.Table.Format;
import isms.platform.imports.Table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads CSV as spreadsheet programs write it: RFC 4180, and the separators and encodings of the world. */
final class CsvFile {

    private static final ObjectReader READER = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .disable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build()
            .readerFor(String[].class);

    /** What a spreadsheet program writes above all else to tell another one. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=(.)\\R", Pattern.CASE_INSENSITIVE);

    private static final String SEPARATORS = ",;\t|";

    private CsvFile() {}

    static Table read(byte[] bytes, @Nullable String charset, @Nullable Character separator, Limits limits) {
        Text text = Text.of(bytes, charset);
        String characters = text.characters();
        int above = 0;
        Matcher line = SEPARATOR_LINE.matcher(characters);
        if (line.lookingAt()) {
            above = 1;
            separator = separator == null ? line.group(1).charAt(0) : separator;
            characters = characters.substring(line.end());
        }
        char between = separator == null ? guess(characters) : separator;
        Rows rows = new Rows(limits);
        int number = above;
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(between);
        try (MappingIterator<String[]> records = READER.with(schema).readValues(characters)) {
            while (records.hasNextValue()) {
                String[] record = records.nextValue();
                number++;
                rows.add(Row.of(number, Arrays.asList(record)));
            }
        } catch (JsonProcessingException broken) {
            throw Rows.unreadable(
                    "The CSV breaks off after row " + number + place(broken.getLocation(), above)
                            + ": a quote is not closed, or something follows a closed one. A quote within a cell is written twice.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Table(Format.CSV, text.encoding().name(), between, null, rows.columns(), rows.rows());
    }

    private static String place(@Nullable JsonLocation location, int above) {
        return location == null ? "" : " (line " + (location.getLineNr() + above) + ")";
    }

    /** What stands most often in the heading, outside of quotes. */
    private static char guess(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (begun) {
                    break;
                }
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
            begun |= !Character.isWhitespace(c);
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[most]) {
                most = i;
            }
        }
        return SEPARATORS.charAt(most);
    }
}
