package isms.platform.imports;

import java.util.List;
import java.util.UUID;

/**
 * A register that can be brought in as a file: which fields there are, and how a row becomes commands.
 *
 * @param <T> what a row says
 */
public interface Register<T> {

    /**
     * The fields there are.
     *
     * @param columns what stands above the columns of the file, for fields whose names depend on what an organization has
     */
    Fields fields(List<String> columns);

    /** What the row says. What cannot be understood is noted by the reader, and its place left empty. */
    T read(RowReader row);

    /** Looks up together what the rest needs to know of all of them. */
    void lookUp(List<T> entries);

    /** By what the row is known again: the same for the same thing, now and whenever the file is sent again. */
    UUID identity(T entry);

    /** By what the file knows the entry; empty when by nothing. */
    String reference(T entry);

    /**
     * Judges a row by the very decisions that carrying it out will take, and records nothing. Called by several threads at once; called
     * again for an entry that was changed by somebody else meanwhile.
     */
    Verdict judge(T entry, RowReader row);
}
