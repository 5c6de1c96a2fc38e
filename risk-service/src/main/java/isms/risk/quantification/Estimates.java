package isms.risk.quantification;

import isms.risk.criteria.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often an event comes and what it then costs. Of a treatment, what it leaves as it is may be left out.
 *
 * @param frequency events a year
 * @param loss of one event
 */
@Schema(name = "RecordedEstimates", description = "What a treatment does not change may be left out")
public record Estimates(
        @Nullable FrequencyEstimate frequency, @Nullable LossEstimate loss) {

    /** Every amount by where it stands. */
    Map<String, Money> amounts() {
        return loss == null ? Map.of() : under("loss/", loss.amounts());
    }

    static Map<String, Money> under(String part, Map<String, Money> amounts) {
        Map<String, Money> all = new LinkedHashMap<>();
        amounts.forEach((at, money) -> all.put(part + at, money));
        return all;
    }

    /** As people say it, without the currency. */
    String inWords() {
        return Stream.of(frequency == null ? "" : frequency.inWords(), loss == null ? "" : loss.inWords() + " an event")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** As it stands; none, and faults, where it cannot be simulated. */
    Optional<LossModel> model(Faults faults) {
        Optional<Distribution> often = frequency(faults);
        Optional<Distribution> much = loss(faults);
        return often.flatMap(rate -> much.map(each -> new LossModel(rate, each)));
    }

    /** With the treatment that these are estimates of; none, and faults, where it cannot be simulated. */
    Optional<LossModel> treating(Estimates before, Faults faults) {
        if (frequency == null && loss == null) {
            faults.add("", "changes nothing: give the frequency or the loss that it leads to");
            return Optional.empty();
        }
        return new Estimates(frequency == null ? before.frequency() : frequency, loss == null ? before.loss() : loss)
                .model(faults);
    }

    private Optional<Distribution> frequency(Faults faults) {
        if (frequency == null) {
            faults.add("frequency", "is missing");
            return Optional.empty();
        }
        return frequency.distribution(faults.in("frequency"));
    }

    private Optional<Distribution> loss(Faults faults) {
        if (loss == null) {
            faults.add("loss", "is missing");
            return Optional.empty();
        }
        return loss.distribution(faults.in("loss"));
    }
}
