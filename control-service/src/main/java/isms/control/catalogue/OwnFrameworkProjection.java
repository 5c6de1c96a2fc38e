package isms.control.catalogue;

import isms.control.framework.OwnFrameworkEntry;
import isms.control.framework.OwnFrameworkType;
import isms.platform.projection.AggregateProjection;
import jakarta.inject.Singleton;

/** Keeps the organizations' own frameworks. */
@Singleton
public class OwnFrameworkProjection extends AggregateProjection<OwnFrameworkEntry> {

    OwnFrameworkProjection(OwnFrameworkType type) {
        super("own-frameworks", type, OwnFrameworkEntry.class, "own_framework");
    }
}
