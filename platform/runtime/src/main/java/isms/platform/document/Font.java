package isms.platform.document;

import java.io.InputStream;
import java.util.Objects;

/** The fonts that come with the service; what one has no letter for is taken from the next. Their licences: NOTICE. */
enum Font {
    SANS("Noto Sans", 400, "NotoSans_400Regular.ttf"),
    SANS_BOLD("Noto Sans", 700, "NotoSans_700Bold.ttf"),
    CHINESE("Noto Sans SC", 400, "NotoSansSC_400Regular.ttf"),
    REST("DejaVu Sans", 400, "DejaVuSans.ttf"),
    REST_BOLD("DejaVu Sans", 700, "DejaVuSans-Bold.ttf");

    private final String family;
    private final int weight;
    private final String file;

    Font(String family, int weight, String file) {
        this.family = family;
        this.weight = weight;
        this.file = file;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    InputStream open() {
        return Objects.requireNonNull(Font.class.getResourceAsStream("/isms/platform/fonts/" + file), file);
    }
}
