package isms.risk.criteria;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money.
 *
 * @param amount exact, in units of the currency
 * @param currency ISO 4217 code
 */
@Schema(name = "Money")
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "12500.00") @Nullable
        BigDecimal amount,

        @Schema(examples = "EUR") @Nullable String currency) {}
