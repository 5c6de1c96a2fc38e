package isms.risk.inventory;

import isms.platform.projection.AggregateProjection;
import isms.risk.methodology.MethodologyEntry;
import isms.risk.methodology.MethodologyType;
import jakarta.inject.Singleton;

/** Keeps the inventory of methodologies. */
@Singleton
public class MethodologyProjection extends AggregateProjection<MethodologyEntry> {

    MethodologyProjection(MethodologyType type) {
        super("methodologies", type, MethodologyEntry.class, "methodology");
    }
}
