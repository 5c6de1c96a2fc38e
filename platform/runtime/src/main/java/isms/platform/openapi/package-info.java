/** What the OpenAPI document says of every operation without each operation saying it: errors, roles, clauses, headers. */
@NullMarked
package isms.platform.openapi;

import org.jspecify.annotations.NullMarked;
