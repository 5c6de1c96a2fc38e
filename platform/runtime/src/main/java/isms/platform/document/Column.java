package isms.platform.document;

import java.util.function.Function;

/**
 * A column of a table of things.
 *
 * @param title its head
 * @param share its share of the width, relative to the other columns
 * @param cell what it shows of a thing
 */
public record Column<T>(String title, int share, Function<T, Cell> cell) {}
