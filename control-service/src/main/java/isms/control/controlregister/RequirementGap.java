package isms.control.controlregister;

import isms.control.control.ControlEntry;
import isms.control.framework.Requirement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A requirement that no control satisfies (CTL-4). */
@Schema(name = "RequirementGap")
public record RequirementGap(
        @Schema(description = "How controls refer to it", examples = "iso-27001-2022:A.8.13")
        String reference,

        @Schema(description = "Identifier that its publisher gave it", examples = "A.8.13")
        String id,

        @Schema(description = "Short title") String title,
        @Nullable String group) {

    static List<RequirementGap> of(List<Requirement> requirements, List<ControlEntry> controls) {
        Set<String> satisfied = controls.stream()
                .filter(ControlEntry::isLeft)
                .flatMap(control -> control.requirements.stream())
                .collect(Collectors.toSet());
        return requirements.stream()
                .filter(requirement -> !requirement.heading() && !satisfied.contains(requirement.reference()))
                .map(requirement -> new RequirementGap(
                        requirement.reference(), requirement.id(), requirement.title(), requirement.group()))
                .toList();
    }
}
