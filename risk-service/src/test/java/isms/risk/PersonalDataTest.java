package isms.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import isms.platform.decider.Fact;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a fact holds stays for ever; so nothing may be in it that a person can ask to have erased. */
@DisplayName("ALL-10: facts know people by their subject id alone")
class PersonalDataTest {

    private static final Pattern PERSON = Pattern.compile(
            "owner|formerOwner|newOwner|author|authors|assessor|approver|submitter|acceptor|by|[a-z]+edBy|participants|actor");
    private static final Pattern ABOUT_A_PERSON =
            Pattern.compile("(?i).*(mail|phone|firstName|lastName|surname|displayName|fullName|birth|salutation).*");

    @Test
    @DisplayName("ALL-10: whoever a fact names is a subject id, and no fact has a place for names or addresses")
    void facts_name_people_by_subject_id() {
        List<RecordComponent> components = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        facts().forEach(fact -> collect(fact, components, seen));

        assertThat(components).extracting(RecordComponent::getName).contains("owner", "authors");
        assertThat(breaches(components)).isEmpty();
    }

    @Test
    @DisplayName("ALL-10: the check sees a name, and an owner that is no subject id")
    void the_check_can_fail() {
        record Fine(Subject owner) {}
        record Bad(String owner, String ownerEmail, List<Fine> inside) {}
        List<RecordComponent> components = new ArrayList<>();
        collect(Bad.class, components, new HashSet<>());

        assertThat(breaches(components)).containsExactlyInAnyOrder("Bad.owner", "Bad.ownerEmail");
    }

    private static List<String> breaches(List<RecordComponent> components) {
        return components.stream()
                .filter(component -> ABOUT_A_PERSON.matcher(component.getName()).matches()
                        || PERSON.matcher(component.getName()).matches() && !isSubject(component))
                .map(component -> component.getDeclaringRecord().getSimpleName() + "." + component.getName())
                .toList();
    }

    /** A person by subject id; or something else that is called by: a version, a kind of authority. */
    private static boolean isSubject(RecordComponent component) {
        return component.getGenericType().getTypeName().contains(Subject.class.getName())
                || component.getType().isPrimitive()
                || component.getType().isEnum();
    }

    private static Stream<Class<?>> facts() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("isms.risk").stream()
                        .filter(type -> type.isAnnotatedWith(Fact.class))
                        .map(type -> type.reflect());
    }

    private static void collect(Type type, List<RecordComponent> components, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, components, seen);
            }
        } else if (type instanceof Class<?> plain
                && plain.isRecord()
                && !plain.equals(Subject.class)
                && seen.add(plain)) {
            for (RecordComponent component : plain.getRecordComponents()) {
                components.add(component);
                collect(component.getGenericType(), components, seen);
            }
        }
    }
}
