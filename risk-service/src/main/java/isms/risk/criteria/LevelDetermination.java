package isms.risk.criteria;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How likelihood and impact make a level of risk (6.1.2 d 3). Each fits one kind of methodology. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LevelDetermination.Matrix.class, name = "matrix"),
    @JsonSubTypes.Type(value = LevelDetermination.Product.class, name = "product"),
    @JsonSubTypes.Type(value = LevelDetermination.Sum.class, name = "sum"),
    @JsonSubTypes.Type(value = LevelDetermination.ExpectedAnnualLoss.class, name = "expected-annual-loss")
})
@Schema(
        name = "LevelDetermination",
        oneOf = {
            LevelDetermination.Matrix.class,
            LevelDetermination.Product.class,
            LevelDetermination.Sum.class,
            LevelDetermination.ExpectedAnnualLoss.class
        },
        discriminatorProperty = "by",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "matrix", schema = LevelDetermination.Matrix.class),
            @DiscriminatorMapping(value = "product", schema = LevelDetermination.Product.class),
            @DiscriminatorMapping(value = "sum", schema = LevelDetermination.Sum.class),
            @DiscriminatorMapping(value = "expected-annual-loss", schema = LevelDetermination.ExpectedAnnualLoss.class)
        })
public sealed interface LevelDetermination {

    /**
     * A matrix that names the band of every pair; qualitative. The score of a risk is the rank of its band.
     *
     * @param cells a row per level of likelihood, in it a band key per level of impact, both from the lowest
     */
    @Schema(name = "ByMatrix")
    record Matrix(
            @Schema(description = "A row per likelihood, a band key per impact, both from the lowest")
            List<List<String>> cells)
            implements LevelDetermination {

        public Matrix {
            cells = requireNonNullElse(cells, List.<List<String>>of()).stream()
                    .map(List::copyOf)
                    .toList();
        }
    }

    /** Score = likelihood x combined impact; semi-quantitative. */
    @Schema(name = "ByProduct")
    record Product() implements LevelDetermination {}

    /** Score = likelihood + combined impact, for scales whose scores are logarithms; semi-quantitative. */
    @Schema(name = "BySum")
    record Sum() implements LevelDetermination {}

    /**
     * Score = expected frequency per year x expected total loss of one event; quantitative.
     *
     * @param currency ISO 4217 code of all losses under the methodology
     */
    @Schema(name = "ByExpectedAnnualLoss")
    record ExpectedAnnualLoss(@Schema(examples = "EUR") String currency) implements LevelDetermination {

        public ExpectedAnnualLoss {
            currency = requireNonNullElse(currency, "");
        }
    }

    /** Whether it fits a kind of methodology: order alone permits no arithmetic, money needs no matrix. */
    default boolean fits(MethodKind kind) {
        return switch (this) {
            case Matrix _ -> kind == MethodKind.QUALITATIVE;
            case Product _ -> kind == MethodKind.SEMI_QUANTITATIVE;
            case Sum _ -> kind == MethodKind.SEMI_QUANTITATIVE;
            case ExpectedAnnualLoss _ -> kind == MethodKind.QUANTITATIVE;
        };
    }
}
