package isms.platform.query;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a list. */
@JsonPropertyOrder({"items", "next", "total", "asOf", "timeline"})
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY)
public sealed class Page<R> {

    @Schema(description = "The rows in the order asked for")
    public final List<R> items;

    @Schema(description = "Cursor of the next page; absent on the last one")
    public final @Nullable String next;

    @Schema(description = "Number of all matching rows; only with count=true")
    public final @Nullable Long total;

    @Schema(description = "The past moment that was asked for; absent for now")
    public final @Nullable Instant asOf;

    @Schema(description = "By which time asOf goes; absent for now")
    public final @Nullable Timeline timeline;

    public Page(
            List<R> items,
            @Nullable String next,
            @Nullable Long total,
            @Nullable Instant asOf,
            @Nullable Timeline timeline) {
        this.items = List.copyOf(items);
        this.next = next;
        this.total = total;
        this.asOf = asOf;
        this.timeline = timeline;
    }

    /** A list that is whole in one page. */
    public static <R> Page<R> whole(List<R> items) {
        return new Page<>(items, null, null, null, null);
    }

    /** Rows in another shape, as a file for example: a page only so that operations can declare one type for both. */
    static final class Exported<R> extends Page<R> {

        private final Object content;

        /** @param content the bytes, or the path of a temporary file that is deleted once it has been sent */
        Exported(Object content) {
            super(List.of(), null, null, null, null);
            this.content = content;
        }

        Object content() {
            return content;
        }
    }
}
