package isms.platform.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document: a cover that says what it is, of when, for whom and by which criteria, then the content.
 *
 * @param organization whose document it is
 * @param title what it is, for example {@code Risk register}
 * @param subtitle one line that narrows the title; none where there is nothing to narrow
 * @param subject a sentence that says what it holds: for the properties of the file
 * @param author subject id of who had it made
 * @param madeAt when it was made
 * @param upright whether its pages stand upright; wide tables lie
 * @param cover what the cover says below the title
 * @param content what follows, from a new page on; without any, the document is its cover
 */
public record Document(
        String organization,
        String title,
        @Nullable String subtitle,
        String subject,
        String author,
        Instant madeAt,
        boolean upright,
        List<Block> cover,
        List<Block> content) {

    public Document {
        cover = List.copyOf(cover);
        content = List.copyOf(content);
    }
}
