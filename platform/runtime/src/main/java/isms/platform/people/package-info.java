/** People and machines as facts know them: by subject id, and in which roles they decided. */
@NullMarked
package isms.platform.people;

import org.jspecify.annotations.NullMarked;
