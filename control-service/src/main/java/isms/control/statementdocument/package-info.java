/** A version of a statement of applicability as files, all from one snapshot whose SHA-256 they carry (CTL-13). */
@NullMarked
package isms.control.statementdocument;

import org.jspecify.annotations.NullMarked;
