package isms.risk.criteria;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money. In JSON the amount is text, so that no reader rounds it.
 *
 * @param amount exact, in units of the currency
 * @param currency ISO 4217 code
 */
@Schema(name = "Money")
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "12500.00")
        BigDecimal amount,

        @Schema(examples = "EUR") String currency) {

    /** An amount in a currency, as JSON writes it. */
    @JsonCreator
    public static Money of(
            @JsonProperty(value = "amount", required = true) String amount,
            @JsonProperty(value = "currency", required = true) String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
