package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.model.rest.MethodRequest;
import io.gatemason.generator.model.rest.MethodRequest.Location;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import io.gatemason.generator.model.rest.MethodRequest.PayloadModelReference;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The public request side of a method. Parameters of the operation replace those of the path with
 * the same place and name; path variables that nobody declares are added as required, greedy ones
 * are not; cookies and form fields are not supported (docs/behaviour/import.md#operations,
 * docs/behaviour/import.md#defaults).
 */
final class ParametersReader {
  private static final Map<String, Location> LOCATIONS =
      Map.of("header", Location.HEADER, "path", Location.PATH, "query", Location.QUERYSTRING);

  private final OpenApiDocument document;
  private final ApiDraft draft;
  private final MethodSite site;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, PayloadModelReference> models = new LinkedHashMap<>();

  ParametersReader(OpenApiDocument document, ApiDraft draft, MethodSite site) {
    this.document = document;
    this.draft = draft;
    this.site = site;
  }

  MethodRequest read(ResourcePath path, Fields pathItem) {
    for (Fields owner : List.of(pathItem, site.operation())) {
      for (Node item : owner.items("parameters")) {
        document
            .resolveObject(item)
            .map(object -> document.fields(object, "a parameter"))
            .ifPresent(this::parameter);
      }
    }
    if (!document.isSwagger()) {
      models.putAll(SchemasReader.ofRequestBody(document, draft, site));
    }
    addUndeclared(path);
    return new MethodRequest(
        new ArrayList<>(parameters.values()),
        models,
        RequestValidatorExtension.read(document, draft, site.operation()));
  }

  private void parameter(Fields fields) {
    String in = fields.scalar("in").map(ScalarNode::text).orElse("");
    Optional<ScalarNode> name = fields.text("name");
    Location location = LOCATIONS.get(in);
    if (in.equals("body")) {
      models.putAll(SchemasReader.ofBodyParameter(document, draft, site, fields));
    } else if (location == null || name.isEmpty()) {
      ignored(fields, in, name);
    } else {
      boolean required = fields.bool("required");
      if (location == Location.PATH && !required) {
        document.report(
            DocumentCodes.GM2102,
            name.get().range(),
            "path parameter \"" + name.get().text() + "\" is required whatever is written",
            "write required: true; the managed service accepts it with a warning");
        required = true;
      }
      parameters.put(
          in + " " + name.get().text(),
          new Parameter(location, name.get().text(), required, name.get().range()));
    }
  }

  private void ignored(Fields fields, String in, Optional<ScalarNode> name) {
    boolean unsupported = in.equals("cookie") || in.equals("formData");
    String what =
        name.map(n -> "parameter \"" + n.text() + "\"").orElse("a parameter without name");
    String hint =
        unsupported
            ? "the service knows parameters in header, path and query, and a body"
            : Fields.hint(in, List.of("header", "path", "query", "body"), "write in: query");
    document.report(
        DocumentCodes.GM2124,
        name.map(Node::range).orElse(fields.range()),
        what + " in \"" + in + "\" is ignored",
        name.isEmpty() ? "give it a name" : hint);
  }

  private void addUndeclared(ResourcePath path) {
    for (ResourcePath.Segment segment : path.segments()) {
      boolean declared = parameters.containsKey("path " + segment.name());
      if (segment.kind() == ResourcePath.Kind.VARIABLE && !declared) {
        document.report(
            DocumentCodes.GM2122,
            site.variable(segment.name()),
            "path variable \"" + segment.name() + "\" is not declared; required parameter added",
            "declare it: name: " + segment.name() + ", in: path, required: true");
        parameters.put(
            "path " + segment.name(),
            new Parameter(Location.PATH, segment.name(), true, site.path().range()));
      }
    }
    for (Parameter parameter : parameters.values()) {
      boolean used = path.segments().stream().anyMatch(s -> isVariable(s, parameter.name()));
      if (parameter.location() == Location.PATH && !used) {
        document.report(
            DocumentCodes.GM2123,
            parameter.range(),
            "path parameter \"%s\" does not occur in \"%s\""
                .formatted(parameter.name(), site.pathText()),
            Fields.hint(
                parameter.name(),
                path.segments().stream().map(ResourcePath.Segment::name).toList(),
                "remove it, or put {" + parameter.name() + "} into the path"));
      }
    }
  }

  private static boolean isVariable(ResourcePath.Segment segment, String name) {
    return segment.kind() != ResourcePath.Kind.STATIC && segment.name().equals(name);
  }
}
