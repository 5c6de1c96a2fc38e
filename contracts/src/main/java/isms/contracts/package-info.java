/**
 * The published language of the ISMS services: a package per publisher and version with event records, JSON Schemas and
 * golden samples. A schema may only grow; a change that breaks readers is a new version.
 */
@NullMarked
package isms.contracts;

import org.jspecify.annotations.NullMarked;
