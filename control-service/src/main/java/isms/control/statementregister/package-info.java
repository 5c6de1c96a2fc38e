/**
 * The register of statements of applicability (6.1.3 d): every statement with its versions and their lines, now or as of any moment;
 * what a version lacks, what differs between two, and the history.
 */
@NullMarked
package isms.control.statementregister;

import org.jspecify.annotations.NullMarked;
