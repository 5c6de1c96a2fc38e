package isms.risk.risk;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By which criteria an assessment was made (RSK-3).
 *
 * @param context the context of the risk
 * @param methodology the methodology that the context had chosen
 * @param version the version of it that was in use
 */
@Schema(name = "AppliedMethodology")
public record Applied(UUID context, UUID methodology, int version) {}
