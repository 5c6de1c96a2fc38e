package isms.risk.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.people.Subject;
import isms.platform.testing.Life;
import isms.risk.Envelopes;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.SampleCriteria;
import isms.risk.methodology.Methodology.Inventoried;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("RSK-3, ALL-1, ALL-3: whatever is attempted with a methodology")
class MethodologyLifeTest {

    private static final MethodologyType TYPE = new MethodologyType();

    @Property
    void any_accepted_sequence_folds_and_a_replay_ends_where_life_is(
            @ForAll("attempts") List<MethodologyCommand> attempts) {
        lived(attempts).replayEqualsLive();
    }

    @Property
    void the_representation_says_what_the_state_says(@ForAll("attempts") List<MethodologyCommand> attempts) {
        var life = lived(attempts);
        MethodologyEntry entry = Envelopes.represented(TYPE, life.facts());

        switch (life.state()) {
            case Methodology.None _ -> assertThat(entry).isNull();
            case Inventoried known -> {
                assertThat(entry.latestVersion).isEqualTo(known.latest());
                assertThat(entry.inUseVersion)
                        .isEqualTo(known.inUse() == null ? null : known.inUse().version());
                if (known.work() != null) {
                    MethodologyVersion work = entry.version(known.work().version());
                    assertThat(work.status().name())
                            .isEqualTo(known.work().stage().name());
                    assertThat(work.content()).isEqualTo(known.work().content());
                    assertThat(work.authors()).isEqualTo(known.work().authors());
                }
            }
        }
    }

    @Property
    void at_most_one_version_is_in_use_and_none_was_approved_by_an_author_or_changed_after_approval(
            @ForAll("attempts") List<MethodologyCommand> attempts) {
        var facts = lived(attempts).facts();
        Map<Integer, Content> approved = new HashMap<>();
        for (int length = 1; length <= facts.size(); length++) {
            MethodologyEntry entry = Envelopes.represented(TYPE, facts.subList(0, length));
            assertThat(entry.versions.stream().filter(each -> each.status() == VersionStatus.IN_USE))
                    .hasSizeLessThanOrEqualTo(1);
            for (MethodologyVersion version : entry.versions) {
                if (version.approvedAt() != null) {
                    assertThat(version.content())
                            .isEqualTo(approved.computeIfAbsent(version.version(), first -> version.content()));
                    assertThat(version.content().criteria().gaps(MethodKind.SEMI_QUANTITATIVE))
                            .isEmpty();
                }
            }
        }
    }

    private static Life<Methodology, MethodologyEvent> lived(List<MethodologyCommand> attempts) {
        var life = Life.of(TYPE);
        attempts.forEach(life::attempt);
        return life;
    }

    @Provide
    Arbitrary<List<MethodologyCommand>> attempts() {
        Arbitrary<Subject> people = Arbitraries.of("u-1", "u-2", "u-3").map(Subject::new);
        Arbitrary<Content> contents = Arbitraries.of(
                        SampleCriteria.scored(),
                        SampleCriteria.weighted(),
                        Criteria.proposal(),
                        SampleCriteria.withoutAcceptance(SampleCriteria.scored()))
                .map(criteria -> new Content("Corporate IT", "", criteria));
        Arbitrary<MethodologyCommand> commands = Arbitraries.oneOf(
                people.flatMap(author ->
                        contents.map(content -> new DefineMethodology(MethodKind.SEMI_QUANTITATIVE, content, author))),
                people.flatMap(author -> contents.map(content -> new ReviseMethodologyDraft(draft -> content, author))),
                Arbitraries.just(new SubmitMethodology()),
                Arbitraries.of("Not yet", " ").map(ReturnMethodology::new),
                people.map(ApproveMethodology::new),
                Arbitraries.just(new PutMethodologyInUse()),
                people.map(StartNextMethodologyVersion::new));
        return commands.list().ofMaxSize(40);
    }
}
