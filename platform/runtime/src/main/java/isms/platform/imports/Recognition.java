package isms.platform.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import isms.platform.command.Commands;
import isms.platform.decider.AggregateType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows entries of a register again, whenever a file is sent. Where it is not the id or key in this register by which a row knows its
 * entry, the id is derived from where the file comes from and what that calls the entry, or else from what the row says it is.
 */
public final class Recognition {

    private final Commands commands;
    private final AggregateType<?, ?, ?> type;
    private final String tenant;
    private final UUID names;
    private final String source;

    /**
     * @param names sets the ids of this register apart from all others that are derived from names
     * @param source where the file comes from
     */
    public Recognition(Commands commands, AggregateType<?, ?, ?> type, String tenant, UUID names, String source) {
        this.commands = commands;
        this.type = type;
        this.tenant = tenant;
        this.names = names;
        this.source = source;
    }

    /**
     * Looks up which entry each row is about, and whether the register has it.
     *
     * @param content what tells an entry from others where nothing else does
     */
    public <T> void lookUp(List<T> rows, Function<T, KnownBy> knownBy, Function<T, List<String>> content) {
        Set<UUID> stated = existing(rows.stream()
                .map(row -> knownBy.apply(row).statedId())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull));
        for (T row : rows) {
            KnownBy known = knownBy.apply(row);
            known.recognized(idOf(known, stated, () -> content.apply(row)));
        }
        Set<UUID> there = existing(rows.stream().map(row -> knownBy.apply(row).id()));
        for (T row : rows) {
            KnownBy known = knownBy.apply(row);
            known.found(there.contains(known.id()));
        }
    }

    private Set<UUID> existing(Stream<UUID> ids) {
        Set<UUID> asked = ids.collect(Collectors.toSet());
        return asked.isEmpty() ? new HashSet<>() : commands.existing(type, tenant, asked);
    }

    private UUID idOf(KnownBy known, Set<UUID> stated, Supplier<List<String>> content) {
        UUID given = known.statedId();
        if (given != null && stated.contains(given)) {
            return given;
        }
        if (given == null && !known.key().isEmpty() && known.externalId().isEmpty()) {
            return commands.resolve(type, tenant, known.key()).orElseGet(() -> derived("key", known.key()));
        }
        if (!known.externalId().isEmpty()) {
            return derived("externalId", known.externalId());
        }
        // an export of another organization: its ids are names here
        return given != null
                ? derived("externalId", given.toString())
                : derived("content", String.join("\0", content.get()));
    }

    private UUID derived(String by, String name) {
        return UuidCreator.getNameBasedSha1(names, String.join("\0", tenant, source, by, name));
    }
}
