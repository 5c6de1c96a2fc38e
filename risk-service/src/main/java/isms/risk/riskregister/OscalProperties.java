package isms.risk.riskregister;

import static isms.platform.oscal.OscalJson.property;
import static isms.platform.oscal.OscalJson.string;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said in properties, since OSCAL has no words of its own for it; what says nothing is left out. */
final class OscalProperties {

    private final List<Object> all = new ArrayList<>();

    List<Object> all() {
        return all;
    }

    OscalProperties add(String name, @Nullable Object value) {
        String text = value == null ? "" : string(value.toString());
        if (!text.isEmpty()) {
            all.add(property(name, text));
        }
        return this;
    }

    /** The same name for each of them. */
    OscalProperties each(String name, Collection<?> values) {
        values.forEach(value -> add(name, value));
        return this;
    }
}
