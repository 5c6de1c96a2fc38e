package isms.control.evidence;

import isms.platform.decider.Rule;

/** Why a decision on evidence is refused. */
enum EvidenceRule implements Rule {
    EVIDENCE_IS_PROVIDED_ONCE(
            "This evidence is there already, and it never changes.",
            "Supersede it if there is something newer.",
            Reason.CONFLICT),
    ONLY_PROVIDED_EVIDENCE_IS_SUPERSEDED("There is no such evidence.", "Provide it first.", Reason.NOT_FOUND),
    EVIDENCE_IS_WHAT_IT_SAYS(
            "Evidence has a title, and what its kind asks for: a link its address, a result its outcome and tool.",
            "Supply what the violations name.",
            Reason.RULE),
    A_FILE_IS_UPLOADED_FIRST(
            "No file with this digest is stored for the organization.",
            "Upload it to /api/v1/evidence/files, then name it by the SHA-256 of the answer.",
            Reason.RULE),
    SUPERSEDING_SAYS_WHY(
            "Who relied on the edition before must learn why there is another.", "Give a reason.", Reason.RULE);

    private final String sentence;
    private final String remedy;
    private final Reason reason;

    EvidenceRule(String sentence, String remedy, Reason reason) {
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    @Override
    public String id() {
        return "CTL-8";
    }

    @Override
    public String clause() {
        return "7.5.3";
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
