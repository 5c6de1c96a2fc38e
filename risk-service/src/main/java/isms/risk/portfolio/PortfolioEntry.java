package isms.risk.portfolio;

import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The portfolio of quantified risks as readers see it. */
@Entity
@Table(name = "risk_portfolio")
@Schema(name = "RiskPortfolio")
public class PortfolioEntry extends VersionedRow {

    @Schema(description = "ISO 4217 code of the currency that risks are estimated in", examples = "EUR")
    public String currency;

    @Schema(description = "Subject id of who chose it")
    public String chosenBy;

    public Instant chosenAt;

    @Schema(description = "Why it was chosen")
    public String because;
}
