package isms.risk.quantification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@DisplayName("RSK-16: the loss exceedance curve as a picture")
class ExceedanceDrawingTest {

    private static final LossModel BEFORE =
            new LossModel(Pert.of(0.1, 0.5, 2, 4), LogNormal.through(0.05, 40_000, 0.95, 900_000));
    private static final LossModel AFTER = new LossModel(new Fixed(0.1), BEFORE.loss());
    private static final LossModel NEVER = new LossModel(new Fixed(0), BEFORE.loss());

    @Test
    @DisplayName("RSK-16: it is well-formed, has amounts on its axis, and says in words what it shows")
    void it_is_well_formed_and_speaks() throws Exception {
        String svg = drawn("exceedance.svg", BEFORE, AFTER);
        Document document = parse(svg);
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title description");
        assertThat(text(root, "title")).contains("Loss exceedance curve, 1 risk");
        assertThat(text(root, "desc"))
                .contains("Before treatment: EUR ")
                .contains("After treatment: EUR ")
                .contains("or more in one of 100 years");
        assertThat(svg)
                .contains(">10 k<", ">100 k<", ">1 M<", ">100 %<")
                .contains("20,000 simulated years")
                .contains("stroke-dasharray=\"9 5\"")
                .doesNotContain("NaN", "Infinity", "<style", "<script");
    }

    @Test
    @DisplayName("RSK-16: a curve falls to the right and stays on the picture")
    void a_curve_falls_to_the_right() throws Exception {
        NodeList paths = parse(drawn("exceedance-untreated.svg", BEFORE, null)).getElementsByTagName("path");
        String curve = "";
        for (int i = 0; i < paths.getLength(); i++) {
            String path = ((Element) paths.item(i)).getAttribute("d");
            curve = path.contains("L") ? path : curve;
        }
        String[] points = curve.substring(1).split(" L");
        assertThat(points.length).isGreaterThan(20);
        double x = 0;
        double y = 0;
        for (String point : points) {
            double nextX = Double.parseDouble(point.split(" ")[0]);
            double nextY = Double.parseDouble(point.split(" ")[1]);
            assertThat(nextX).isBetween(x, 860.0);
            assertThat(nextY).isBetween(y, 500.0);
            x = nextX;
            y = nextY;
        }
    }

    @Test
    @DisplayName("RSK-16: what never happens can be drawn too")
    void what_never_happens_can_be_drawn() throws Exception {
        assertThat(drawn("exceedance-never.svg", NEVER, null))
                .contains("EUR 0 a year expected")
                .doesNotContain("NaN");
    }

    /** Kept in the build folder for people who want to look at it. */
    private static String drawn(String name, LossModel before, LossModel after) throws IOException {
        String svg = ExceedanceDrawing.draw(new MonteCarlo(
                        List.of(new Exposure("RISK-1", null, before, after, 0)),
                        20_000,
                        16,
                        List.of(new BigDecimal("0.95")),
                        Unit.of("EUR").orElseThrow())
                .run(ForkJoinPool.commonPool()));
        Files.createDirectories(Path.of("target/pictures"));
        Files.writeString(Path.of("target/pictures", name), svg);
        return svg;
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
