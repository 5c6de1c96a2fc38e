/**
 * Measures the system against PostgreSQL's own single-row commits on the same machine, in the same run, and kills its parts
 * under load. Every run keeps its raw figures as files.
 */
@NullMarked
package isms.bench;

import org.jspecify.annotations.NullMarked;
