package isms.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.http.ProblemCode;
import isms.platform.query.ConsistencyToken;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Says of every operation what holds for its kind: the problems that it can answer with, its roles, its clauses, its headers. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonToAllOperations implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class.getName());
    private static final DotName CLAUSE = DotName.createSimple(Clause.class.getName());
    private static final DotName CALCULATION = DotName.createSimple(Calculation.class.getName());
    private static final DotName ROLES = DotName.createSimple(RolesAllowed.class.getName());

    private static final List<Integer> EVERYWHERE = List.of(400, 401, 403, 406, 500, 503);
    private static final List<Integer> BODIES = List.of(413, 415, 422);

    private final Map<String, MethodInfo> methods = new HashMap<>();

    /** @param index of the classes of the service */
    public CommonToAllOperations(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            AnnotationValue id = operation.value("operationId");
            if (id != null && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                methods.put(id.asString(), operation.target().asMethod());
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", problem());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> operations(item).forEach((method, operation) -> {
                    describe(operation);
                    boolean body = method == HttpMethod.POST || method == HttpMethod.PATCH || method == HttpMethod.PUT;
                    boolean command = body && !isCalculation(operation);
                    boolean existing = path.contains("{");
                    if (path.endsWith("/imports")) {
                        // many commands and one report: no version, no place, and the same file twice changes nothing
                        problems(operation, body, command, existing);
                        return;
                    }
                    if (command && method == HttpMethod.POST && !existing) {
                        created(operation);
                    }
                    if (command) {
                        commandHeaders(operation, method, existing);
                    }
                    files(operation);
                    problems(operation, body, command, existing);
                }));
    }

    private boolean isCalculation(Operation operation) {
        MethodInfo method = operation.getOperationId() == null ? null : methods.get(operation.getOperationId());
        return method != null && method.hasDeclaredAnnotation(CALCULATION);
    }

    private static Map<HttpMethod, Operation> operations(PathItem item) {
        Map<HttpMethod, Operation> operations = item.getOperations();
        return operations == null ? Map.of() : operations;
    }

    private void describe(Operation operation) {
        MethodInfo method = operation.getOperationId() == null ? null : methods.get(operation.getOperationId());
        if (method == null) {
            return;
        }
        StringBuilder more = new StringBuilder();
        List<String> roles = values(method, ROLES);
        if (!roles.isEmpty()) {
            operation.addExtension("x-roles", roles);
            more.append("Roles: ").append(String.join(", ", roles)).append('.');
        }
        List<String> clauses = values(method, CLAUSE);
        if (!clauses.isEmpty()) {
            operation.addExtension("x-clauses", clauses);
            more.append(more.isEmpty() ? "" : " ")
                    .append("ISO/IEC 27001:2022: ")
                    .append(String.join(", ", clauses))
                    .append('.');
        }
        if (!more.isEmpty()) {
            String own = operation.getDescription();
            operation.setDescription(own == null || own.isBlank() ? more.toString() : own + "\n\n" + more);
        }
    }

    /** Of the annotation on the method, else on its class. */
    private static List<String> values(MethodInfo method, DotName annotation) {
        @Nullable AnnotationInstance found = method.declaredAnnotation(annotation);
        if (found == null) {
            found = method.declaringClass().declaredAnnotation(annotation);
        }
        return found == null ? List.of() : List.of(found.value().asStringArray());
    }

    /** A POST to a collection brings something into being, whatever the framework takes for its status. */
    private static void created(Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse ok = responses == null ? null : responses.getAPIResponse("200");
        if (responses != null && ok != null) {
            responses.removeAPIResponse("200");
            responses.addAPIResponse(
                    "201",
                    ok.description("Created")
                            .addHeader(
                                    "Location",
                                    OASFactory.createHeader()
                                            .description("Where it is")
                                            .schema(text())));
        }
    }

    private static void commandHeaders(Operation operation, HttpMethod method, boolean existing) {
        if (method == HttpMethod.POST) {
            header(
                    operation,
                    Decisions.IDEMPOTENCY_KEY,
                    "Makes a repetition safe: the same key and body are answered as the first time, the same key with another body"
                            + " is refused");
        }
        if (existing) {
            header(
                    operation,
                    "If-Match",
                    "ETag of the version that was read; refused with 412 when it is stale. Signatures need it (428)");
        }
        APIResponses responses = operation.getResponses();
        if (responses == null || responses.getAPIResponses() == null) {
            return;
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(
                        "ETag",
                        OASFactory.createHeader()
                                .description("Version after the command")
                                .schema(text()));
                response.addHeader(
                        ConsistencyToken.HEADER,
                        OASFactory.createHeader()
                                .description("Sent with a read, lets it wait until the effect can be seen")
                                .schema(text()));
            }
        });
    }

    private static void header(Operation operation, String name, String description) {
        List<Parameter> known = operation.getParameters();
        if (known == null || known.stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.HEADER)
                    .description(description)
                    .schema(text()));
        }
    }

    /** A PDF is bytes and OSCAL has schemas of its own, whatever Java type stands for them; files have a name; and a list can be too long for one. */
    private static void files(Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse ok = responses == null ? null : responses.getAPIResponse("200");
        if (responses == null || ok == null || ok.getContent() == null) {
            return;
        }
        Map<String, MediaType> content = ok.getContent().getMediaTypes();
        MediaType pdf = content.get(MediaTypes.PDF);
        if (pdf != null) {
            pdf.setSchema(text().format("binary"));
        }
        MediaType oscal = content.get(MediaTypes.OSCAL);
        if (oscal != null) {
            oscal.setSchema(object().description("A document by the schemas of NIST"));
        }
        if (pdf != null || content.containsKey(MediaTypes.CSV)) {
            ok.addHeader(
                    "Content-Disposition",
                    OASFactory.createHeader()
                            .description("Of files: the name to save it under, with its date")
                            .schema(text()));
        }
        if (content.containsKey(MediaTypes.CSV)) {
            responses.addAPIResponse("422", problem(ProblemCode.EXPORT_TOO_LARGE));
        }
    }

    private static APIResponse problem(ProblemCode code) {
        return problem(code.title() + " (`" + code.code() + "`)");
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                MediaTypes.PROBLEM_JSON,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static void problems(Operation operation, boolean body, boolean command, boolean existing) {
        TreeSet<Integer> statuses = new TreeSet<>(EVERYWHERE);
        if (existing) {
            statuses.add(404);
        }
        if (body) {
            statuses.addAll(BODIES);
        }
        if (command) {
            statuses.add(409);
            if (existing) {
                statuses.addAll(List.of(412, 428));
            }
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        for (int status : statuses) {
            operation.getResponses().addAPIResponse(Integer.toString(status), problem(titles(status)));
        }
    }

    private static String titles(int status) {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.status() == status)
                .map(code -> code.title() + " (`" + code.code() + "`)")
                .collect(Collectors.joining("; "));
    }

    private static Schema problem() {
        Schema violation = object().addProperty(
                        "pointer", text().description("JSON Pointer (RFC 6901) into the body; empty for the whole"))
                .addProperty("detail", text().description("What is wrong with it and what is allowed"));
        return object().description("Why a request was not carried out, and what to do about it (RFC 9457)")
                .addProperty("type", text().format("uri").description("The documented kind of problem"))
                .addProperty("title", text().description("The kind of problem in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("The HTTP status"))
                .addProperty("detail", text().description("What is wrong in this case"))
                .addProperty("instance", text().format("uri-reference").description("The path of the request"))
                .addProperty("code", text().description("The kind of problem, for programs"))
                .addProperty("rule", text().description("The rule that refused, for example ALL-3"))
                .addProperty("clause", text().description("The clause of ISO/IEC 27001:2022 behind the rule"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(violation)
                                .description("The parts of the request at fault"))
                .addProperty(
                        "report",
                        object().description("Of an import that was refused or interrupted: its ImportReport"))
                .addProperty("remedy", text().description("What the caller can do about it"))
                .addProperty("traceId", text().description("W3C trace id of the request, to be named in a report"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
