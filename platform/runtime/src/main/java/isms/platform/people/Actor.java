package isms.platform.people;

import java.util.Set;

/** Who decides, and in which roles. */
public record Actor(Subject subject, Set<String> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
