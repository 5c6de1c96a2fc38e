package isms.local;

import isms.platform.infrastructure.FreePorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which part listens where on 127.0.0.1. */
record Ports(Map<String, Integer> byName) {

    static final String POSTGRES = "postgresql";
    static final String KAFKA = "kafka";
    static final String KAFKA_CONTROLLER = "kafka-controller";
    static final String KEYCLOAK = "keycloak";
    static final String GATEWAY = "gateway";

    static Ports usual() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(POSTGRES, 15432);
        ports.put(KAFKA, 19092);
        ports.put(KAFKA_CONTROLLER, 19093);
        ports.put(KEYCLOAK, 8180);
        Parts.SERVICES.forEach(service -> ports.put(service.name(), service.port()));
        ports.put(GATEWAY, 8080);
        return new Ports(ports);
    }

    static Ports free() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        usual().byName().keySet().forEach(name -> ports.put(name, FreePorts.next()));
        return new Ports(ports);
    }

    int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("Nothing listens under the name " + name);
        }
        return port;
    }

    /** One sentence for each port that somebody else has. */
    List<String> taken() {
        return byName.entrySet().stream()
                .filter(port -> !FreePorts.isFree(port.getValue()))
                .map(port -> "Port %d, which %s wants, is taken by another program."
                        .formatted(port.getValue(), port.getKey()))
                .toList();
    }
}
