package io.gatemason.generator.layout.rest;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.jsonschema.Dialect;
import io.gatemason.generator.jsonschema.SchemaCompiler;
import io.gatemason.generator.jsonschema.SchemaSet;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.PayloadModel;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import io.gatemason.generator.source.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compiles the payload models that requests are validated against, and those they refer to. */
public final class SchemaLayouts {
  /** The key of the model for every media type that has none of its own. */
  private static final String DEFAULT_KEY = "$default";

  private final ApiOfMethods api;
  private final Map<String, ClassName> classes = new LinkedHashMap<>();
  private final List<CompiledModel> models;

  public SchemaLayouts(ApiOfMethods api, String packageName, Diagnostics diagnostics) {
    this.api = api;
    Map<String, Node> used = used();
    this.models =
        used.isEmpty()
            ? List.of()
            : SchemaCompiler.compile(
                SchemaSet.imported(used, api.document(), "document:/" + api.id(), dialect())
                    .declaring(declared()),
                packageName,
                diagnostics);
    models.forEach(model -> classes.put(model.model(), model.className()));
  }

  /** The classes, in the order of the document. */
  public List<CompiledModel> models() {
    return models;
  }

  /** What is validated of a method's requests; empty for nothing. */
  public Optional<ValidationLayout> validation(Method method) {
    return method
        .request()
        .validator()
        .map(
            validator ->
                new ValidationLayout(
                    validator.parameters() ? required(method) : List.of(),
                    validator.body() ? byMediaType(method) : Map.of(),
                    validator.body() ? model(method, DEFAULT_KEY) : Optional.empty(),
                    method.messages().flatMap(MessageRoute::modelSelection)))
        .filter(layout -> !layout.isEmpty());
  }

  private static List<Parameter> required(Method method) {
    return method.request().parameters().stream().filter(Parameter::required).toList();
  }

  private Map<String, ClassName> byMediaType(Method method) {
    Map<String, ClassName> byType = new LinkedHashMap<>();
    for (String key : method.request().models().keySet()) {
      if (!key.equals(DEFAULT_KEY)) {
        model(method, key).ifPresent(name -> byType.putIfAbsent(mediaType(key), name));
      }
    }
    return byType;
  }

  private Optional<ClassName> model(Method method, String key) {
    return Optional.ofNullable(method.request().models().get(key))
        .flatMap(reference -> Optional.ofNullable(classes.get(reference.name())));
  }

  private static String mediaType(String key) {
    return key.contains("/") ? key.split(";", 2)[0].strip().toLowerCase(Locale.ROOT) : key;
  }

  /** The models of validated bodies and all that they refer to, in the order of the document. */
  private Map<String, Node> used() {
    Set<String> names = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    for (Method method : api.methods()) {
      if (method.request().validator().filter(validator -> validator.body()).isPresent()) {
        method.request().models().values().forEach(reference -> open.add(reference.name()));
      }
    }
    while (!open.isEmpty()) {
      String name = open.remove();
      PayloadModel model = api.payloadModels().get(name);
      if (model != null && names.add(name)) {
        references(model.schema(), open);
      }
    }
    Map<String, Node> used = new LinkedHashMap<>();
    api.payloadModels()
        .forEach(
            (name, model) -> {
              if (names.contains(name)) {
                used.put(name, model.schema());
              }
            });
    return used;
  }

  private static void references(Node node, Deque<String> names) {
    node.asArray().ifPresent(array -> array.items().forEach(item -> references(item, names)));
    node.asObject()
        .ifPresent(
            object -> {
              object
                  .get("$ref")
                  .flatMap(Node::asScalar)
                  .map(reference -> reference.text())
                  .ifPresent(text -> names.add(text.substring(text.lastIndexOf('/') + 1)));
              object.members().values().forEach(member -> references(member.value(), names));
            });
  }

  private Set<String> declared() {
    return api.payloadModels().values().stream()
        .filter(model -> !model.imported())
        .map(PayloadModel::name)
        .collect(Collectors.toSet());
  }

  private Dialect dialect() {
    Map<String, PayloadModel> sorted = new TreeMap<>(api.payloadModels());
    return switch (sorted.values().iterator().next().dialect()) {
      case DRAFT_4 -> Dialect.DRAFT_4;
      case OPENAPI_3_0 -> Dialect.OPENAPI_3_0;
      case DRAFT_2020_12 -> Dialect.DRAFT_2020_12;
    };
  }
}
