package isms.control.control;

import isms.platform.deadline.Day;
import isms.platform.people.Authors;
import isms.platform.people.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the effectiveness of a control, as far as decisions ask.
 *
 * @param definition how it is tested; null before somebody says so
 * @param testedOn the day of the last test; null before the first
 * @param doubtedAt when the last thing happened that casts doubt; null when there is no doubt
 * @param owners who owned it since the last test
 * @param doubts sources of all doubts that there ever were
 */
record Testing(
        @Nullable TestDefinition definition,
        Effectiveness effectiveness,
        @Nullable LocalDate testedOn,
        @Nullable Instant doubtedAt,
        Set<Subject> owners,
        Set<UUID> doubts) {

    static Testing never(Subject owner) {
        return new Testing(null, Effectiveness.UNTESTED, null, null, Set.of(owner), Set.of());
    }

    Testing ownedBy(Subject owner) {
        return new Testing(definition, effectiveness, testedOn, doubtedAt, Authors.with(owners, owner), doubts);
    }

    Testing definedAs(TestDefinition test) {
        return new Testing(test, effectiveness, testedOn, doubtedAt, owners, doubts);
    }

    Testing tested(TestResult result, Subject owner) {
        return new Testing(definition, result.outcome().effectiveness(), result.on(), null, Set.of(owner), doubts);
    }

    /** What was tested is not there any more, or was tested too long ago. A doubt stays one. */
    Testing untested() {
        return effectiveness == Effectiveness.IN_DOUBT
                ? this
                : new Testing(definition, Effectiveness.UNTESTED, testedOn, doubtedAt, owners, doubts);
    }

    Testing doubted(ControlDoubt doubt) {
        var sources = new HashSet<>(doubts);
        sources.add(doubt.source());
        Instant last = doubtedAt == null || doubt.at().isAfter(doubtedAt) ? doubt.at() : doubtedAt;
        return new Testing(definition, Effectiveness.IN_DOUBT, testedOn, last, owners, Set.copyOf(sources));
    }

    /** Whether a test of a later day has answered it already. */
    boolean hasAnswered(ControlDoubt doubt) {
        return testedOn != null && Day.of(doubt.at()).isBefore(testedOn);
    }

    /** The last day on which the last result stands; null where none does. */
    @Nullable
    LocalDate validUntil() {
        return effectiveness.isTested() && testedOn != null && definition != null
                ? definition.validUntil(testedOn)
                : null;
    }
}
