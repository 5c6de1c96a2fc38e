package isms.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The people of the local realm, read from the realm itself. */
final class People {

    /** Somebody who can sign in; the password is the name. */
    record Person(String user, String fullName, String tenant, List<String> roles) {}

    private static final String EVERYBODY = "default-roles-isms";

    private People() {}

    static List<Person> all() {
        try (InputStream realm =
                Objects.requireNonNull(People.class.getResourceAsStream("isms-realm.json"), "isms-realm.json")) {
            JsonNode users = new ObjectMapper().readTree(realm).path("users");
            return StreamSupport.stream(users.spliterator(), false)
                    .filter(user -> !user.has("serviceAccountClientId"))
                    .map(user -> new Person(
                            user.path("username").asText(),
                            user.path("firstName").asText() + " "
                                    + user.path("lastName").asText(),
                            user.path("attributes").path("tenant").path(0).asText(),
                            StreamSupport.stream(user.path("realmRoles").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .filter(role -> !role.equals(EVERYBODY))
                                    .toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names() {
        return all().stream().map(Person::user).toList();
    }
}
