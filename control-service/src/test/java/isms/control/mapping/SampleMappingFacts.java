package isms.control.mapping;

import isms.control.mapping.MappingEvent.MappingAdded;
import isms.control.mapping.MappingEvent.MappingRevised;
import isms.control.mapping.MappingEvent.MappingWithdrawn;
import isms.control.mapping.MappingEvent.SuggestionConfirmed;
import java.util.List;

/** One of each. */
public final class SampleMappingFacts {

    private SampleMappingFacts() {}

    public static List<MappingEvent> all() {
        return List.of(
                new MappingAdded(
                        "nist-csf-2.0:PR.DS-11",
                        "cobit-2019:DSS04",
                        new MappingContent(Relationship.SUBSET_OF, 6, "Backups are a means of continuity", "own")),
                new SuggestionConfirmed(
                        "nist-csf-2.0:PR.DS-11",
                        "nist-sp-800-53-r5:CP-9",
                        "iso-27001-2022:A.8.13",
                        new MappingContent(Relationship.INTERSECTS_WITH, null, "Both ask for backups", "own")),
                new MappingRevised(new MappingContent(Relationship.EQUAL, 9, "Judged again", "auditor")),
                new MappingWithdrawn("For an edition that is no longer in use"));
    }
}
