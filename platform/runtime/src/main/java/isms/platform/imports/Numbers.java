package isms.platform.imports;

import isms.platform.imports.Table.Format;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people of different countries write them. */
final class Numbers {

    /** What programs keep of a number; the rest is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    /** Beyond it no register has numbers, and written out they would fill the memory. */
    private static final int LONGEST = 40;

    private static final Pattern GROUPING = Pattern.compile("[\\s\\u00A0\\u202F'\\u2019]");
    private static final Pattern DOTTED_GROUPS = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern COMMA_GROUPS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private Numbers() {}

    /** A number of a program, without the noise; null when it is none or too long to be meant. */
    static @Nullable String plain(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw.strip()).round(DIGITS).stripTrailingZeros();
            return Math.abs((long) number.scale()) > LONGEST ? null : number.toPlainString();
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /**
     * A number as somebody typed it.
     *
     * @param format of the file; with commas between its cells, a point can only be the decimal point
     * @throws IllegalArgumentException with a sentence on what is wrong
     */
    static BigDecimal typed(String text, Format format, @Nullable Character separator) {
        String digits = GROUPING.matcher(text.strip()).replaceAll("");
        boolean decimalPoint = format == Format.JSON || (separator != null && separator == ',');
        int comma = digits.lastIndexOf(',');
        int dot = digits.lastIndexOf('.');
        String number;
        if (comma >= 0 && dot >= 0) {
            number = comma > dot ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        } else if (comma >= 0) {
            number = COMMA_GROUPS.matcher(digits).matches()
                    ? ambiguous(digits, ',', digits.indexOf(',') != comma)
                    : digits.replace(',', '.');
        } else {
            number = DOTTED_GROUPS.matcher(digits).matches() && !(decimalPoint && digits.indexOf('.') == dot)
                    ? ambiguous(digits, '.', digits.indexOf('.') != dot)
                    : digits;
        }
        if (!PLAIN.matcher(number).matches() || number.length() > LONGEST) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number such as 12500 or 0.5.");
        }
        return new BigDecimal(number);
    }

    /** Several groups of three can only be thousands; one alone is 12500 here and 12.5 there. */
    private static String ambiguous(String digits, char mark, boolean several) {
        if (several) {
            return digits.replace(String.valueOf(mark), "");
        }
        String whole = digits.replace(String.valueOf(mark), "");
        throw new IllegalArgumentException("\"" + digits + "\" can be read in two ways: write " + whole + ", or "
                + new BigDecimal(digits.replace(mark, '.')).stripTrailingZeros().toPlainString() + ".");
    }
}
