package isms.risk.risk;

import org.jspecify.annotations.Nullable;

/**
 * What the last assessment of a risk says to those who accept it.
 *
 * @param assessment which of the risk's assessments it was, from 1
 * @param applied by which criteria it was made
 * @param residual the level that remains after treatment; null where it was not rated
 */
record Evaluated(int assessment, Applied applied, @Nullable Analysis residual) {

    static Evaluated next(@Nullable Evaluated before, Applied applied, @Nullable Analysis residual) {
        return new Evaluated(before == null ? 1 : before.assessment() + 1, applied, residual);
    }
}
