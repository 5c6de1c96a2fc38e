package isms.platform.projection;

import org.axonframework.eventhandling.TrackingEventProcessor;

/** A tracking processor that tries again soon, however long an outage has lasted; Axon Framework's waits up to a minute. */
final class PatientProcessor extends TrackingEventProcessor {

    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    PatientProcessor(Builder builder) {
        super(builder);
    }

    @Override
    protected void doSleepFor(long millisToSleep) {
        super.doSleepFor(Math.min(millisToSleep, LONGEST_PAUSE_MILLIS));
    }
}
