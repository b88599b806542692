package io.gatemason.generator.read.assemble.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method of a template, as the operation that a document would have. */
final class MethodOperation {
  private static final Pattern PARAMETER =
      Pattern.compile("method\\.request\\.(header|path|querystring)\\.(.+)");
  private static final Pattern HEADER = Pattern.compile("method\\.response\\.header\\.(.+)");
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}+]+)\\}");

  private final ApiParts parts;
  private final DocumentForm form;
  private final ModelNames models;

  MethodOperation(ApiParts parts, DocumentForm form, ModelNames models) {
    this.parts = parts;
    this.form = form;
    this.models = models;
  }

  /** Fills an operation. */
  void fill(TemplateResource method, ResourcePaths.Path path, ObjectDraft root, ObjectDraft draft) {
    ResourceFields fields = method.fields();
    draft.put("operationId", fields.written("OperationName"));
    List<Node> parameters = parameters(method, fields, path.text(), draft.range());
    body(method, fields, parameters, draft);
    if (!parameters.isEmpty()) {
      draft.list("parameters", parameters);
    }
    responses(method, fields, draft);
    parts
        .named(method, fields, "RequestValidatorId", "AWS::ApiGateway::RequestValidator")
        .ifPresent(
            validator ->
                draft.put(
                    "x-amazon-apigateway-request-validator",
                    fields.written("RequestValidatorId").map(node -> named(node, validator))));
    new MethodAccess(parts, form).fill(method, fields, root, draft);
    fields
        .object("Integration")
        .ifPresent(written -> IntegrationObject.add(method, written, draft));
  }

  private static ScalarNode named(Node reference, TemplateResource validator) {
    return ScalarNode.computed(reference.range(), RestResources.validatorName(validator));
  }

  private List<Node> parameters(
      TemplateResource method, ResourceFields fields, String path, Range range) {
    List<Node> parameters = new ArrayList<>();
    Set<String> declared = new HashSet<>();
    for (Member member : members(fields, "RequestParameters")) {
      Matcher name = PARAMETER.matcher(member.name());
      if (name.matches()) {
        String in = name.group(1).equals("querystring") ? "query" : name.group(1);
        boolean required = in.equals("path") || isTrue(member.value());
        parameters.add(form.parameter(member.key().range(), in, name.group(2), required));
        declared.add(in + " " + name.group(2));
      } else {
        method.report(
            DocumentCodes.GM2178,
            member.key().range(),
            "Invalid mapping expression specified: \"" + member.name() + "\"",
            "write method.request.header.X, method.request.path.X or method.request.querystring.X");
      }
    }
    Matcher variable = VARIABLE.matcher(path);
    while (variable.find()) {
      if (declared.add("path " + variable.group(1))) {
        parameters.add(form.parameter(range, "path", variable.group(1), true));
      }
    }
    return parameters;
  }

  private void body(
      TemplateResource method, ResourceFields fields, List<Node> parameters, ObjectDraft draft) {
    Map<ScalarNode, ScalarNode> byType = new LinkedHashMap<>();
    for (Member member : members(fields, "RequestModels")) {
      member
          .value()
          .asScalar()
          .filter(name -> models.isKnown(method, name))
          .ifPresent(name -> byType.put(member.key(), name));
    }
    boolean different = byType.values().stream().map(ScalarNode::text).distinct().count() > 1;
    if (different && !form.hasModelsByType()) {
      method.report(
          ResourceCodes.GM2221,
          byType.values().iterator().next().range(),
          "a method beside a document of Swagger 2.0 has one model for all media types",
          "name one model, or write openapi: 3.0.1 into the document");
    } else if (!byType.isEmpty()) {
      form.body(draft, parameters, byType, false);
    }
  }

  private void responses(TemplateResource method, ResourceFields fields, ObjectDraft draft) {
    ObjectDraft responses = draft.child("responses");
    for (ResourceFields written : fields.objects("MethodResponses")) {
      Optional<ScalarNode> status = written.required("StatusCode");
      if (status.isPresent()) {
        ObjectDraft response =
            ApiParts.only(
                method, responses, status.get().range(), status.get().text(), "the response");
        response.text("description", status.get().text() + " response");
        for (Member member : members(written, "ResponseParameters")) {
          header(method, member, response);
        }
      }
    }
  }

  private void header(TemplateResource method, Member member, ObjectDraft response) {
    Matcher name = HEADER.matcher(member.name());
    if (name.matches()) {
      form.header(response, member.key().range(), name.group(1));
    } else {
      method.report(
          DocumentCodes.GM2178,
          member.key().range(),
          "Invalid mapping expression specified: \"" + member.name() + "\"",
          "write method.response.header.X");
    }
  }

  private static List<Member> members(ResourceFields fields, String name) {
    return fields.object(name).map(ResourceFields::members).orElse(List.of());
  }

  private static boolean isTrue(Node value) {
    return value.asScalar().filter(text -> text.text().equalsIgnoreCase("true")).isPresent();
  }
}
