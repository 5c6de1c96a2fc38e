package isms.platform.document;

/** Which ink can be read on a colour that an organization has chosen. */
public final class Contrast {

    private Contrast() {}

    /** Black or white, whichever is easier to read on the colour: one of them always reaches 4.5 to 1. */
    public static String textOn(String colour) {
        return ratio("#000000", colour) >= ratio("#ffffff", colour) ? "#000000" : "#ffffff";
    }

    /** Contrast ratio after WCAG 2.2, from 1 to 21. */
    public static double ratio(String one, String other) {
        double a = luminance(Integer.parseInt(one.substring(1), 16));
        double b = luminance(Integer.parseInt(other.substring(1), 16));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
