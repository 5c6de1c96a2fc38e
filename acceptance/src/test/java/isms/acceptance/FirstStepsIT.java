package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents' commands work as pasted. */
@Order(4)
class FirstStepsIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @BeforeAll
    static void up() {
        Stack.isUp();
    }

    @Test
    void the_first_steps_work_as_pasted(@TempDir Path folder) throws IOException, InterruptedException {
        String said = pasted(Files.readString(Stack.project().resolve("docs").resolve("first-steps.md")), folder);

        assertThat(said)
                .as("a refusal for the missing dimension, the own action, the level above the criteria, the early "
                        + "closure and the other organization, no other")
                .containsOnlyOnce("\"rule\":\"RSK-7\"")
                .containsOnlyOnce("\"rule\":\"RSK-12\"")
                .containsOnlyOnce("\"rule\":\"RSK-13\"")
                .containsOnlyOnce("\"rule\":\"RSK-9\"")
                .containsOnlyOnce("\"code\":\"not-found\"");
        assertThat(problems(said)).hasSize(5);
        assertThat(folder.resolve("heat-map.svg")).content().contains("<svg", "</svg>");
        assertThat(folder.resolve("then.svg")).content().contains("<svg", "</svg>");
        for (String document : List.of("risk-register.pdf", "treatment-plan.pdf", "heat-map.pdf")) {
            assertThat(Files.readString(folder.resolve(document), StandardCharsets.ISO_8859_1))
                    .as(document)
                    .startsWith("%PDF-")
                    .contains("%%EOF");
        }
    }

    @Test
    void the_import_works_as_pasted(@TempDir Path folder) throws IOException, InterruptedException {
        String said = pasted(Files.readString(Stack.project().resolve("docs").resolve("import.md")), folder);

        assertThat(problems(said)).as("one refusal: all or nothing").hasSize(1);
        assertThat(said)
                .contains("\"outcome\":\"checked\"", "\"outcome\":\"refused\"", "\"outcome\":\"imported-in-part\"")
                .contains("\"counts\":{\"rows\":3,\"created\":2,\"refused\":1}")
                .contains("\"counts\":{\"rows\":3,\"unchanged\":2,\"refused\":1}")
                .contains("\"counts\":{\"rows\":3,\"created\":1,\"unchanged\":1,\"different\":1}")
                .contains("\"counts\":{\"rows\":3,\"revised\":1,\"unchanged\":2}")
                .contains("row,fate,externalId,id,key,column,value,rule,detail,remedy")
                .as("controls")
                .contains("\"counts\":{\"rows\":2,\"created\":2,\"reported\":1}")
                .contains("\"counts\":{\"rows\":2,\"unchanged\":2}");
        assertThat(said.substring(said.lastIndexOf("\"counts\"")))
                .as("what was exported is there already")
                .containsPattern("\\{\"rows\":(\\d+),\"unchanged\":\\1\\}");
    }

    @Test
    void risk_in_money_works_as_pasted(@TempDir Path folder) throws IOException, InterruptedException {
        String said = pasted(Files.readString(Stack.project().resolve("docs").resolve("quantification.md")), folder);

        assertThat(problems(said)).as("nothing is refused").isEmpty();
        assertThat(said)
                .as("the portfolio is simulated, the plan's return is told")
                .contains("\"currency\":\"EUR\"", "\"leftOut\"", "\"probabilityOfPayingOff\"");
        assertThat(folder.resolve("exceedance.svg")).content().contains("<svg", "</svg>");
        assertThat(folder.resolve("portfolio.png")).binaryContent().startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void controls_work_as_pasted(@TempDir Path folder) throws IOException, InterruptedException {
        String said = pasted(Files.readString(Stack.project().resolve("docs").resolve("controls.md")), folder);

        assertThat(problems(said))
                .as("one refusal: what is not complete is not submitted")
                .hasSize(1);
        assertThat(said).contains("\"rule\":\"CTL-11\"", "Snapshot-Digest");
        assertThat(folder.resolve("coverage.svg")).content().contains("<svg", "of 93 requirements covered");
        assertThat(folder.resolve("statement.json")).content().contains("component-definition");
        assertThat(Files.readString(folder.resolve("statement.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    /** The refusals among what was said, so that a failing test names those that nobody expected. */
    private static List<String> problems(String said) {
        return Stream.of(said.split("/problems/", -1))
                .skip(1)
                .map(problem -> problem.substring(0, Math.min(problem.length(), 600)))
                .toList();
    }

    /** Runs the blocks of a document in one bash, on the ports of this stack. */
    private static String pasted(String document, Path folder) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("set -e\n");
        Matcher blocks = BLOCK.matcher(document);
        while (blocks.find()) {
            script.append(blocks.group(1));
        }
        Path file = Files.writeString(
                folder.resolve("pasted.sh"),
                script.toString()
                        .replace("http://127.0.0.1:8080", Stack.gateway())
                        .replace("./isms", Stack.project().resolve("isms").toString()));
        Path out = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("bash", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("ISMS_STATE_DIR", Stack.state().toString());
        int exitCode = builder.start().waitFor();
        String said = Files.readString(out);
        assertThat(exitCode).as(said).isZero();
        return said;
    }
}
