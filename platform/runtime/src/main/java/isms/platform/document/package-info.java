/**
 * Documents that people hand to an auditor: what they are made of, without a word of layout, and how they become PDF. The
 * services say what stands in them; how it looks is said here once.
 */
@NullMarked
package isms.platform.document;

import org.jspecify.annotations.NullMarked;
