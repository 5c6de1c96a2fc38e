package isms.platform.command;

import isms.platform.decider.AggregateType;
import isms.platform.eventstore.Append.Ground;
import isms.platform.eventstore.Snapshots;
import isms.platform.eventstore.StreamId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a decision rests on besides its own aggregate: whatever is looked up here is of one version, and the log records the
 * decision only while it still is. A decision is therefore never made on what somebody has changed meanwhile, at whichever
 * replica; it is then made anew.
 *
 * <p>The first try takes what this replica remembers, without asking the database. Whatever then goes wrong (a rule refuses,
 * somebody was faster) says nothing yet, and the next try takes what is there.
 */
public final class Grounds {

    private final Commands commands;
    private final Snapshots snapshots;
    private final String tenant;
    private final boolean trusting;
    private final Set<Ground> grounds = new LinkedHashSet<>();
    private boolean trusted;
    private boolean handedIn;

    Grounds(Commands commands, Snapshots snapshots, String tenant, boolean trusting) {
        this.commands = commands;
        this.snapshots = snapshots;
        this.tenant = tenant;
        this.trusting = trusting;
    }

    /** The state of an aggregate; the initial one, of version 0, when the tenant has none of this id. */
    @SuppressWarnings("unchecked") // a snapshot of a stream holds the state of its type
    public <S> Loaded<S> load(AggregateType<S, ?, ?> type, UUID aggregate) {
        var stream = new StreamId(tenant, type.kind(), aggregate);
        var remembered = trusting ? snapshots.find(stream).orElse(null) : null;
        Loaded<S> loaded;
        if (remembered == null) {
            loaded = commands.load(type, tenant, aggregate);
        } else {
            trusted = true;
            loaded = new Loaded<>((S) remembered.state(), remembered.version());
        }
        grounds.add(new Ground(stream, loaded.version()));
        return loaded;
    }

    /** Whether to take what is remembered of the command's own aggregate too. */
    boolean trust() {
        trusted |= trusting;
        return trusting;
    }

    /** Whether anything was taken from memory, so that deciding nothing may be out of date. */
    boolean trusted() {
        return trusted;
    }

    /** Whether a refusal may be out of date: it was decided from memory, and nothing has gone to the log yet. */
    boolean mayBeOutOfDate() {
        return trusted && !handedIn;
    }

    /** All of them, to be handed in with the facts that rest on them. */
    List<Ground> handIn() {
        handedIn = true;
        return List.copyOf(grounds);
    }
}
