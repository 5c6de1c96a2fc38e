package isms.platform.imports;

/**
 * How much of a file is taken; more is refused with a sentence, before it costs memory.
 *
 * @param rows rows with anything in them
 * @param columns columns
 * @param cell characters of one cell, as many as a spreadsheet allows
 * @param unpacked bytes of all parts of an XLSX file together once unpacked
 */
record Limits(int rows, int columns, int cell, long unpacked) {

    static final Limits DEFAULT = new Limits(20_000, 500, 32_767, 256L << 20);
}
