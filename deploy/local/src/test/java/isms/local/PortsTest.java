package isms.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_taken_port_is_reported_with_the_part_that_wants_it() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ports ports = new Ports(Map.of("keycloak", other.getLocalPort()));
            assertThat(ports.taken())
                    .singleElement()
                    .asString()
                    .contains("keycloak", Integer.toString(other.getLocalPort()));
        }
    }

    @Test
    void free_ports_are_all_different_and_cover_every_part() {
        Ports free = Ports.free();
        assertThat(free.byName().keySet()).isEqualTo(Ports.usual().byName().keySet());
        assertThat(free.byName().values()).doesNotHaveDuplicates();
        assertThat(free.taken()).isEmpty();
    }
}
