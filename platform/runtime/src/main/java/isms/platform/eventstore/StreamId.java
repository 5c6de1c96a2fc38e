package isms.platform.eventstore;

import java.util.UUID;

/** One aggregate's facts: the tenant is part of the identity, so that no command can reach another tenant's. */
public record StreamId(String tenant, String kind, UUID aggregate) {

    /** The identifier under which Axon Framework knows the aggregate. */
    public String asText() {
        return tenant + '/' + kind + '/' + aggregate;
    }

    /** The inverse of {@link #asText}. */
    public static StreamId of(String text) {
        int last = text.lastIndexOf('/');
        int middle = text.lastIndexOf('/', last - 1);
        return new StreamId(
                text.substring(0, middle), text.substring(middle + 1, last), UUID.fromString(text.substring(last + 1)));
    }
}
