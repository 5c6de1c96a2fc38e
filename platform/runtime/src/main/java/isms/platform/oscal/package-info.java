/**
 * What every document in OSCAL has in common, NIST's language for security documentation: names of properties, identifiers,
 * Markdown, JSON. What a document says is the business of the service that has the facts.
 */
@NullMarked
package isms.platform.oscal;

import org.jspecify.annotations.NullMarked;
