package isms.platform.drawing;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Turns the SVG that is written here into PNG, for what shows no SVG: documents, slides, mail. */
@SuppressWarnings("ArrayRecordComponent") // made once, written once, never compared
record Png(byte[] bytes) {

    /** Pixels for each unit of the SVG, so that letters are sharp in print. */
    private static final double SCALE = 2;

    /** A picture of many grids is drawn with fewer pixels instead. */
    private static final double MOST_PIXELS = 16e6;

    static Png of(String svg) {
        // the renderer takes the first name of the list; what Java calls by this name is there wherever any font is
        String lettered = svg.replace(Svg.FONTS, "SansSerif");
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(lettered.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("what was drawn cannot be read as SVG");
        }
        var size = document.size();
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
        var image = new BufferedImage(
                (int) Math.ceil(size.width * scale), (int) Math.ceil(size.height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        try {
            paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            paper.scale(scale, scale);
            document.render(null, paper);
        } finally {
            paper.dispose();
        }
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Png(png.toByteArray());
    }
}
