package isms.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isms.platform.imports.Table.Format;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ALL-9: in a file of any country")
class NumbersAndMomentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,5|0.5",
                "0.5|0.5",
                "0.125|0.125",
                "0,125|0.125",
                "1.234,56|1234.56",
                "1,234.56|1234.56",
                "12 500|12500",
                "12'500,5|12500.5",
                "1.234.567|1234567",
                "1,234,567|1234567",
                "-3|-3",
                "1234,5|1234.5",
                "1234.125|1234.125"
            })
    @DisplayName("a number is read as it was meant")
    void numbers(String typed, String meant) {
        assertThat(Numbers.typed(typed, Format.CSV, ';')).isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.500", "12,500", "1.234", "high", "1e5", "3 to 4", ""})
    @DisplayName("a number that can be read in two ways, or in none, is refused with what to write instead")
    void ambiguous(String typed) {
        assertThatThrownBy(() -> Numbers.typed(typed, Format.CSV, ';'))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(typed.startsWith("12") ? ".*write 12500, or 12\\.5\\." : ".+");
    }

    @ParameterizedTest
    @CsvSource({"12.500,12.5", "12.345,12.345"})
    @DisplayName("where commas separate, a point is the decimal point")
    void points_between_commas(String typed, String meant) {
        assertThat(Numbers.typed(typed, Format.CSV, ',')).isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31,2026-03-31T00:00:00Z",
        "31.03.2026,2026-03-31T00:00:00Z",
        "1.3.2026,2026-03-01T00:00:00Z",
        "31.03.2026 14:30,2026-03-31T14:30:00Z",
        "2026-03-31T14:30,2026-03-31T14:30:00Z",
        "2026-03-31 14:30:05,2026-03-31T14:30:05Z",
        "2026-03-31T14:30:00+02:00,2026-03-31T12:30:00Z",
        "2026-03-31T23:59:59.123456Z,2026-03-31T23:59:59.123456Z"
    })
    @DisplayName("a day or a moment is read as it was meant")
    void moments(String typed, String meant) {
        assertThat(Moments.typed(typed)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2026", "31.02.2026", "2026-02-30", "yesterday", "45000", ""})
    @DisplayName("a day that can be read in two ways, or in none, is refused")
    void no_moments(String typed) {
        assertThatThrownBy(() -> Moments.typed(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-03-31");
    }
}
