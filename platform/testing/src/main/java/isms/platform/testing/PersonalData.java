package isms.platform.testing;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import isms.platform.decider.Fact;
import isms.platform.people.Subject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a fact holds stays for ever; so nothing may be in it that a person can ask to have erased (ALL-10). */
public final class PersonalData {

    private static final Pattern PERSON = Pattern.compile(
            "owner|formerOwner|newOwner|author|authors|assessor|approver|submitter|acceptor|by|[a-z]+edBy|participants|actor");
    private static final Pattern ABOUT_A_PERSON =
            Pattern.compile("(?i).*(mail|phone|firstName|lastName|surname|displayName|fullName|birth|salutation).*");

    private PersonalData() {}

    /** Everything that the facts of a service hold, at any depth. */
    public static List<RecordComponent> heldByFacts(String root) {
        List<RecordComponent> components = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(root).stream()
                        .filter(type -> type.isAnnotatedWith(Fact.class))
                        .forEach(fact -> collect(fact.reflect(), components, seen));
        return components;
    }

    /** Everything that values of a type hold, at any depth. */
    public static List<RecordComponent> heldBy(Class<?> type) {
        List<RecordComponent> components = new ArrayList<>();
        collect(type, components, new HashSet<>());
        return components;
    }

    /** Those that name a person by anything but a subject id, or have a place for more about one. */
    public static List<String> breaches(List<RecordComponent> components) {
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
