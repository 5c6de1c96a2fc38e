package isms.risk.quantification;

/** Whether there is an estimate. More no decision asks: each estimate takes the place of the one before as a whole. */
public enum Quantified {
    NOT_YET,
    RECORDED
}
