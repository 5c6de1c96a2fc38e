package isms.platform.query;

/** Which of its two times a past moment is asked by. */
public enum Timeline {
    /** When it was recorded in the log: the truth of the trail. */
    RECORDED,
    /** When it is said to have happened: differs for imported history only. */
    STATED
}
