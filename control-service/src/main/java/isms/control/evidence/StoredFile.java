package isms.control.evidence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that an organization has stored.
 *
 * @param sha256 its digest in hexadecimal, by which it is found
 * @param size in bytes
 */
@Schema(name = "StoredFile")
public record StoredFile(
        @Schema(
                description = "SHA-256 of its content, in lower-case hexadecimal",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(description = "In bytes") long size) {}
