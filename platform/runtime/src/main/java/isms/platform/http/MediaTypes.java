package isms.platform.http;

/** Media types that JAX-RS has no constant for. */
public final class MediaTypes {

    public static final String PROBLEM_JSON = "application/problem+json";
    public static final String MERGE_PATCH_JSON = "application/merge-patch+json";
    public static final String CSV = "text/csv";
    public static final String TSV = "text/tab-separated-values";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PDF = "application/pdf";

    /** Security documentation in NIST's OSCAL, as JSON. */
    public static final String OSCAL = "application/oscal+json";

    private MediaTypes() {}
}
