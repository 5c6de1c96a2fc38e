package isms.gateway;

/** Where whole files come in: larger bodies and more patience than elsewhere, by one convention for all services. */
final class Imports {

    private static final String ADDRESS = "/imports";

    private Imports() {}

    static boolean are(String path) {
        return path.endsWith(ADDRESS);
    }
}
