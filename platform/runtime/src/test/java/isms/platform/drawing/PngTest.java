package isms.platform.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-15: pictures as PNG")
class PngTest {

    @Test
    @DisplayName("RSK-15: twice as many pixels as the SVG has units, in its colours, with its letters")
    void it_shows_what_the_svg_shows() throws Exception {
        Svg svg = new Svg(200, 100, "A title", "A description");
        svg.rectangle(10, 10, 50, 50, "fill", "#e03131");
        svg.text(100, 60, 20, "Words");
        BufferedImage image = read(Png.of(svg.finish()));
        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getHeight()).isEqualTo(200);
        assertThat(image.getRGB(60, 60) & 0xffffff).isEqualTo(0xe03131);
        assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
        Set<Integer> letters = new HashSet<>();
        for (int x = 200; x < 330; x++) {
            letters.add(image.getRGB(x, 112) & 0xffffff);
        }
        assertThat(letters).as("ink and paper where the words are").hasSizeGreaterThan(2);
    }

    @Test
    @DisplayName("RSK-15: its letters are without serifs, as those of the SVG")
    void its_letters_are_without_serifs() throws Exception {
        Svg svg = new Svg(60, 100, "A title", "A description");
        svg.text(20, 80, 80, "I");
        BufferedImage image = read(Png.of(svg.finish()));
        assertThat(ink(image, 150)).as("as wide at its foot as in its middle").isEqualTo(ink(image, 100));
    }

    private static long ink(BufferedImage image, int y) {
        return IntStream.range(0, image.getWidth())
                .filter(x -> (image.getRGB(x, y) & 0xff) < 0x80)
                .count();
    }

    @Test
    @DisplayName("RSK-15: a huge picture has fewer pixels instead of taking all memory")
    void a_huge_picture_is_bounded() throws Exception {
        BufferedImage image = read(Png.of(new Svg(4_000, 20_000, "Large", "Large").finish()));
        assertThat((long) image.getWidth() * image.getHeight()).isLessThan(16_100_000);
    }

    private static BufferedImage read(Png png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png.bytes()));
    }
}
