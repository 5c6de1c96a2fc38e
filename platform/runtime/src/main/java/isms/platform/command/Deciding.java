package isms.platform.command;

import isms.platform.decider.Command;

/** Makes a command from what it rests on; called again when that has changed meanwhile. */
@FunctionalInterface
public interface Deciding<S, E> {
    Command<S, E> on(Grounds grounds);
}
