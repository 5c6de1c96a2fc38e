package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.ONLY_WHAT_IS_IN_THE_INVENTORY_CAN_BE_WORKED_ON;
import static java.util.Objects.requireNonNull;

import isms.platform.decider.Rule;
import isms.platform.people.Authors;
import isms.platform.people.Subject;
import isms.risk.criteria.Authority;
import isms.risk.criteria.MethodKind;
import isms.risk.methodology.MethodologyEvent.MethodologyApproved;
import isms.risk.methodology.MethodologyEvent.MethodologyDefined;
import isms.risk.methodology.MethodologyEvent.MethodologyDraftRevised;
import isms.risk.methodology.MethodologyEvent.MethodologyPutInUse;
import isms.risk.methodology.MethodologyEvent.MethodologyReturned;
import isms.risk.methodology.MethodologyEvent.MethodologySubmitted;
import isms.risk.methodology.MethodologyEvent.MethodologySuperseded;
import isms.risk.methodology.MethodologyEvent.MethodologyVersionStarted;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A methodology as decisions see it. At most one version is being worked on and at most one is in use. */
public sealed interface Methodology {

    /** The methodology, refused when it is not in the inventory. */
    Inventoried inventoried();

    /** The version on its way into use, refused by the given rule when there is none. */
    default Work work(Rule otherwise) {
        Work work = inventoried().work();
        if (work == null) {
            throw otherwise.violated();
        }
        return work;
    }

    /** The version on its way into use, refused by the given rule when none has come just as far as that. */
    default Work work(Stage stage, Rule otherwise) {
        Work work = work(otherwise);
        if (work.stage() != stage) {
            throw otherwise.violated();
        }
        return work;
    }

    /** Not in the inventory. */
    record None() implements Methodology {

        @Override
        public Inventoried inventoried() {
            throw ONLY_WHAT_IS_IN_THE_INVENTORY_CAN_BE_WORKED_ON.violated();
        }
    }

    /**
     * In the inventory.
     *
     * @param latest the highest version number given so far
     * @param work the version on its way into use; null when there is none
     * @param inUse the version that assessments are made with; null before the first is put in use
     * @param accepting who accepts risks within the criteria, by every version that assessments were ever made with: they keep it
     */
    record Inventoried(
            MethodKind kind,
            int latest,
            @Nullable Work work,
            @Nullable InUse inUse,
            Map<Integer, Authority> accepting) implements Methodology {

        public Inventoried {
            accepting = Map.copyOf(accepting);
        }

        /** In the inventory with no version in use before this one. */
        public Inventoried(MethodKind kind, int latest, @Nullable Work work, @Nullable InUse inUse) {
            this(
                    kind,
                    latest,
                    work,
                    inUse,
                    inUse == null ? Map.of() : Map.of(inUse.version(), inUse.acceptedWithinBy()));
        }

        /** Who accepts risks within the criteria of a version that assessments are or were made with. */
        public Authority acceptedWithinBy(int version) {
            return requireNonNull(accepting.get(version), () -> "version " + version + " was never in use");
        }

        @Override
        public Inventoried inventoried() {
            return this;
        }

        private Methodology after(MethodologyEvent event) {
            return switch (event) {
                case MethodologyDefined _ -> this;
                case MethodologyDraftRevised(var version, var content, var author) ->
                    working(new Work(version, Stage.DRAFT, content, Authors.with(authors(), author)));
                case MethodologySubmitted _ -> at(Stage.SUBMITTED);
                case MethodologyReturned _ -> at(Stage.DRAFT);
                case MethodologyApproved _ -> at(Stage.APPROVED);
                case MethodologyPutInUse _ -> work == null ? this : using(new InUse(work.version(), work.content()));
                case MethodologySuperseded _ -> new Inventoried(kind, latest, work, null, accepting);
                case MethodologyVersionStarted(var version, var content, var author) ->
                    working(new Work(version, Stage.DRAFT, content, Set.of(author)));
            };
        }

        private Inventoried working(Work next) {
            return new Inventoried(kind, next.version(), next, inUse, accepting);
        }

        private Inventoried using(InUse next) {
            var all = new HashMap<>(accepting);
            all.put(next.version(), next.acceptedWithinBy());
            return new Inventoried(kind, latest, null, next, all);
        }

        private Inventoried at(Stage stage) {
            return work == null ? this : working(new Work(work.version(), stage, work.content(), work.authors()));
        }

        private Set<Subject> authors() {
            return work == null ? Set.of() : work.authors();
        }
    }

    /**
     * The version on its way into use.
     *
     * @param authors everyone who wrote some of it
     */
    record Work(int version, Stage stage, Content content, Set<Subject> authors) {}

    /** How far the version on its way into use has come. */
    enum Stage {
        DRAFT,
        SUBMITTED,
        APPROVED
    }

    /** The version that assessments are made with; its criteria have no gaps. */
    record InUse(int version, Content content) {

        Authority acceptedWithinBy() {
            return requireNonNull(
                    requireNonNull(content.criteria().acceptance()).acceptedWithinBy());
        }
    }

    /** The state after a fact. */
    static Methodology evolve(Methodology state, MethodologyEvent event) {
        return switch (state) {
            case None none ->
                event instanceof MethodologyDefined(var kind, var content, var author)
                        ? new Inventoried(kind, 1, new Work(1, Stage.DRAFT, content, Set.of(author)), null)
                        : none;
            case Inventoried known -> known.after(event);
        };
    }
}
