package isms.control.evidence;

/** What a piece of evidence is. */
public enum EvidenceKind {
    FILE,
    LINK,
    RESULT
}
