package isms.risk.criteria;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The impact dimensions that mean the same in every organization (RSK-2). Organizations add their own beside them, for
 * example {@code safety} for industrial control systems.
 */
public enum StandardDimension {
    FINANCIAL("financial", "Financial loss", ImpactKind.BUSINESS, "Direct and follow-up cost"),
    REPUTATIONAL(
            "reputational", "Loss of reputation", ImpactKind.BUSINESS, "Trust of customers, partners and the public"),
    OPERATIONAL("operational", "Disruption of operation", ImpactKind.BUSINESS, "Business processes and deliveries"),
    FINES("fines", "Fines", ImpactKind.REGULATORY, "Fines and penalties by authorities"),
    LEGAL_SANCTIONS(
            "legal-sanctions",
            "Legal sanctions",
            ImpactKind.REGULATORY,
            "Orders, loss of a licence, personal liability");

    private final String key;
    private final String title;
    private final ImpactKind kind;
    private final String concern;

    StandardDimension(String key, String title, ImpactKind kind, String concern) {
        this.key = key;
        this.title = title;
        this.kind = kind;
        this.concern = concern;
    }

    public ImpactKind kind() {
        return kind;
    }

    /** The standard dimension with this key, where there is one. */
    static Optional<StandardDimension> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** A dimension to start a draft from, its levels described in general words that the organization makes its own. */
    ImpactDimension proposed() {
        return new ImpactDimension(
                key,
                title,
                kind,
                Scale.of(
                        level(1, "negligible", "not noticed outside the team concerned"),
                        level(2, "minor", "absorbed within the unit's own means"),
                        level(3, "moderate", "noticed by customers or authorities, absorbed within the year"),
                        level(4, "major", "endangers objectives of the organization"),
                        level(5, "severe", "endangers the organization itself")),
                null);
    }

    private ScaleLevel level(int value, String name, String effect) {
        return new ScaleLevel(value, name, concern + ": " + effect);
    }

    /** All standard dimensions as proposed. */
    static List<ImpactDimension> allProposed() {
        return Arrays.stream(values()).map(StandardDimension::proposed).toList();
    }
}
