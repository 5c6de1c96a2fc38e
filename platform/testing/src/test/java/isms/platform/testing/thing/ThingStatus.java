package isms.platform.testing.thing;

public enum ThingStatus {
    OPEN,
    UNDER_REVIEW,
    CLOSED
}
