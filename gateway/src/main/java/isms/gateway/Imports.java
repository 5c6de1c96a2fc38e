package isms.gateway;

/** Where whole files come in: larger bodies and more patience than elsewhere, by one convention for all services. */
final class Imports {

    private static final String ADDRESS = "/imports";
    private static final String FILES = "/files";

    private Imports() {}

    static boolean are(String path) {
        return path.endsWith(ADDRESS);
    }

    /** Whether files come in here that are kept as they are. */
    static boolean keepFiles(String path) {
        return path.endsWith(FILES);
    }

    /** The largest body that is passed on to an address. */
    static long largest(String path, GatewayConfig config) {
        if (keepFiles(path)) {
            return config.maxFile().asLongValue();
        }
        return (are(path) ? config.maxImport() : config.maxBody()).asLongValue();
    }
}
