package isms.platform.drawing;

import isms.platform.document.Contrast;

/** Ink and paper, and which of them can be read on a colour that an organization has chosen for a band. */
public final class Palette {

    public static final String INK = "#1c2430";
    public static final String PAPER = "#ffffff";

    /** Black or white, whichever is easier to read on the colour: one of them always reaches 4.5 to 1. */
    public static String textOn(String colour) {
        return Contrast.textOn(colour);
    }

    /** Contrast ratio after WCAG 2.2, from 1 to 21. */
    public static double contrast(String one, String other) {
        return Contrast.ratio(one, other);
    }

    private Palette() {}
}
