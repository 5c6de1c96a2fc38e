package isms.local;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;

/** What a person reads when everything is up. */
final class Welcome {

    private Welcome() {}

    static String text(Ports ports, Duration took) {
        URI gateway = Parts.gatewayAddress(ports);
        String people = People.all().stream()
                .map(person -> "  %-14s %-14s %-8s %s"
                        .formatted(
                                person.user(), person.fullName(), person.tenant(), String.join(", ", person.roles())))
                .collect(Collectors.joining("\n"));
        return """

                Everything is ready (%s).

                  API            %s/api/v1
                  Its pages      %s/docs/
                  Keycloak       http://127.0.0.1:%d   (realm isms; administration: admin / admin)

                People; each one's password is the user name:
                %s

                Try next:
                  TOKEN=$(./isms token ines)
                  curl -s -H "Authorization: Bearer $TOKEN" %s/api/v1/risks
                  curl -s -H "Authorization: Bearer $TOKEN" -H "Accept: image/svg+xml" %s/api/v1/heat-map > heat-map.svg

                ./isms status shows the parts, ./isms logs risk-service follows one, ./isms down stops all.
                """.formatted(
                Console.seconds(took), gateway, gateway, ports.of(Ports.KEYCLOAK), people, gateway, gateway).stripTrailing();
    }
}
