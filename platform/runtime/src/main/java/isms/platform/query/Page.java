package isms.platform.query;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows in the order asked for
 * @param next cursor of the next page; absent on the last one
 * @param total number of all matching rows; only when {@code count=true}
 * @param asOf the moment asked for; absent for now
 * @param timeline by which time {@code asOf} goes; absent for now
 */
public record Page<R>(
        List<R> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next,

        @Schema(description = "Number of all matching rows; only with count=true") @Nullable
        Long total,

        @Schema(description = "The past moment that was asked for; absent for now") @Nullable
        Instant asOf,

        @Schema(description = "By which time asOf goes; absent for now") @Nullable
        Timeline timeline) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list that is whole in one page. */
    public static <R> Page<R> whole(List<R> items) {
        return new Page<>(items, null, null, null, null);
    }
}
