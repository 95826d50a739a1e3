package fr.aisneneo.example.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An OpenAPI document, read to be held against what it describes. */
final class Description {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode document;

    Description(String text) {
        this.document = read(text);
    }

    /** One way of asking: {@code GET /api/sites}. */
    record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry ->
                                operations.add(new Operation(entry.getKey(), path.getKey(), entry.getValue()))));
        return operations;
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(operation ->
                        operation.node().path("operationId").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No operation " + id));
    }

    /** The object that a node is or refers to. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with an answer: its status, its media type or its body. */
    List<String> objections(String operationId, int status, String mediaType, String body) {
        JsonNode answer = resolve(operation(operationId).node().at("/responses/" + status));
        if (answer.isMissingNode()) {
            return List.of(operationId + " does not document " + status);
        }
        JsonNode content = answer.path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of(operationId + " documents no body for " + status);
        }
        if (!content.has(mediaType)) {
            return List.of(operationId + " documents " + status + " not as " + mediaType);
        }
        return messages(schema(content.get(mediaType).get("schema")).validate(read(body)));
    }

    /** What is wrong with a request. */
    List<String> objections(String operationId, String request) {
        JsonNode schema = operation(operationId).node().at("/requestBody/content/application~1json/schema");
        return messages(schema(schema).validate(read(request)));
    }

    /** What is wrong with the schemas themselves, by JSON Schema 2020-12. */
    List<String> objectionsToSchemas() {
        JsonSchema meta = SCHEMAS.getSchema(
                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<String> objections = new ArrayList<>();
        for (Map.Entry<String, JsonNode> schema : at("/components/schemas").properties()) {
            messages(meta.validate(schema.getValue())).forEach(text -> objections.add(schema.getKey() + ": " + text));
        }
        return objections;
    }

    private JsonSchema schema(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.get("components"));
        whole.setAll((ObjectNode) schema);
        return SCHEMAS.getSchema(whole);
    }

    private static List<String> messages(Set<ValidationMessage> messages) {
        return messages.stream().map(ValidationMessage::getMessage).sorted().toList();
    }

    /** Every reference in the document that leads nowhere. */
    List<String> brokenReferences() {
        List<String> broken = new ArrayList<>();
        document.findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#/")
                        || at(reference.substring(1)).isMissingNode())
                .forEach(broken::add);
        return broken;
    }
}
