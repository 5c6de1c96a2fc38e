package isms.control.catalogue;

import isms.control.mapping.MappingEntry;
import isms.control.mapping.MappingType;
import isms.platform.projection.AggregateProjection;
import jakarta.inject.Singleton;

/** Keeps the organizations' own mappings. */
@Singleton
public class MappingProjection extends AggregateProjection<MappingEntry> {

    MappingProjection(MappingType type) {
        super("framework-mappings", type, MappingEntry.class, "framework_mapping");
    }
}
