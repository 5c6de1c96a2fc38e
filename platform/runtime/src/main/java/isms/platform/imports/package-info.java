/**
 * Registers that organizations already have, brought in as files (ALL-9): CSV, XLSX or JSON, judged row by row by the very
 * decisions that carrying it out will take, all of it or nothing unless asked otherwise, and the same file twice changes nothing.
 *
 * <p>A service says which {@link isms.platform.imports.Field fields} there are and what becomes of a row
 * ({@link isms.platform.imports.Register}); reading, mapping of columns, reports and HTTP are here.
 */
@NullMarked
package isms.platform.imports;

import org.jspecify.annotations.NullMarked;
