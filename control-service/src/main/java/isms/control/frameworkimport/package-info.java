/**
 * Frameworks as files (CTL-1): an organization's own one comes in from CSV, XLSX or JSON (ALL-9), or from an OSCAL catalog in JSON,
 * XML or YAML; any framework goes out as an OSCAL catalog. What becomes of them is decided where frameworks are decided on.
 */
@NullMarked
package isms.control.frameworkimport;

import org.jspecify.annotations.NullMarked;
