package isms.platform.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OscalJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"A.8.13 | A.8.13", "8.13 | _8.13", "4 eyes / releases | _4-eyes---releases", "Öl & Gas | Öl---Gas"
            })
    void an_identifier_keeps_to_what_oscal_allows(String identifier, String token) {
        assertThat(OscalJson.token(identifier)).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '\u00a7',
            value = {
                "Plain words, 2026-03-31. (Yes!)\u00a7Plain words, 2026-03-31. (Yes!)",
                "file_server *now*\u00a7file\\_server \\*now\\*",
                "<b>x</b> & &amp;\u00a7\\<b>x\\</b> & \\&amp;",
                "# no heading\u00a7\\# no heading",
                "- no list\u00a7\\- no list",
                "1. first\u00a71\\. first",
                "{{ insert: param, x }} [l](u)\u00a7\\{\\{ insert: param, x }} \\[l\\](u)"
            })
    void a_text_says_in_markdown_what_was_typed(String typed, String markdown) {
        assertThat(OscalJson.line(typed)).isEqualTo(markdown);
    }

    @Test
    void lines_stay_lines_and_paragraphs_stay_paragraphs() {
        assertThat(OscalJson.lines("  one\r\n    two\n\n\n\n- three\t x ")).isEqualTo("one\ntwo\n\n\\- three x");
    }

    @Test
    void texts_are_paragraphs() {
        assertThat(OscalJson.paragraphs("one\ntwo", null, "3. three")).isEqualTo("one\ntwo\n\n3\\. three");
    }

    @Test
    void a_value_is_one_line() {
        assertThat(OscalJson.string(" a\u00a0\n\u2028b\u0085 ")).isEqualTo("a b");
    }

    @Test
    void an_id_is_of_version_5_and_always_the_same() {
        UUID of = UUID.fromString("0190b5a0-0000-7000-8000-000000000001");
        assertThat(UUID.fromString(OscalJson.id(of, "risk")).version()).isEqualTo(5);
        assertThat(OscalJson.id(of, "risk")).isEqualTo(OscalJson.id(of, "risk")).isNotEqualTo(OscalJson.id(of, "plan"));
    }

    @Test
    void parts_are_made_as_they_are_written() throws IOException {
        var out = new ByteArrayOutputStream();
        Iterable<Object> parts = () -> Stream.<Object>of(1, 2).iterator();
        OscalJson.write(OscalJson.object("b", parts, "a", 3, "empty", List.of(), "left-out", null), out);
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s", "")).isEqualTo("{\"b\":[1,2],\"a\":3}");
    }
}
