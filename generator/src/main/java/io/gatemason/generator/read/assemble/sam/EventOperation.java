package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event as the operation that SAM makes of it: what requests may have, and an integration of the
 * function or state machine.
 */
final class EventOperation {
  private static final Pattern PARAMETER =
      Pattern.compile("method\\.request\\.(header|path|querystring)\\.(.+)");
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}+]+)\\}");

  private final DocumentForm form;
  private final ObjectDraft root;
  private final Set<String> models;

  EventOperation(DocumentForm form, ObjectDraft root, Set<String> models) {
    this.form = form;
    this.root = root;
    this.models = models;
  }

  /** Fills an operation. */
  void fill(Events.Event event, String path, ObjectDraft operation) {
    List<Node> parameters = new ArrayList<>();
    List<Node> cacheKeys = new ArrayList<>();
    parameters(event, path, parameters, cacheKeys);
    event.fields().object("RequestModel").ifPresent(m -> model(event, m, parameters, operation));
    if (!parameters.isEmpty()) {
      operation.list("parameters", parameters);
    }
    ObjectDraft integration = operation.child("x-amazon-apigateway-integration");
    if (event.owner().type().endsWith("StateMachine")) {
      stateMachine(event, operation, integration);
    } else {
      function(event, integration);
    }
    if (!cacheKeys.isEmpty()) {
      integration.list("cacheKeyParameters", cacheKeys);
    }
    integration.put("timeoutInMillis", event.fields().written("TimeoutInMillis"));
    integration.put("responseTransferMode", event.fields().written("ResponseTransferMode"));
  }

  private static void function(Events.Event event, ObjectDraft integration) {
    boolean streamed =
        event
            .fields()
            .text("ResponseTransferMode")
            .filter(mode -> mode.text().equalsIgnoreCase("STREAM"))
            .isPresent();
    integration.text("type", "aws_proxy").text("httpMethod", "POST");
    integration.put("uri", FunctionUri.of(event.owner(), event.range(), streamed));
  }

  /** The execution is started with the body; who starts it is the role that SAM makes. */
  private static void stateMachine(
      Events.Event event, ObjectDraft operation, ObjectDraft integration) {
    Range range = event.range();
    String id = event.owner().logicalId();
    integration.text("type", "aws").text("httpMethod", "POST");
    integration.put("uri", FunctionUri.sub(range, "states:action/StartExecution"));
    ObjectDraft role = integration.child("credentials");
    role.list(
        "Fn::GetAtt",
        List.of(ScalarNode.computed(range, id + "ApiRole"), ScalarNode.computed(range, "Arn")));
    boolean plain = event.fields().isTrue("UnescapeMappingTemplate");
    String input = "$util.escapeJavaScript($input.json('$'))";
    String template =
        "{\"input\": \"%s\", \"stateMachineArn\": \"${%s}\"}"
            .formatted(plain ? input + ".replaceAll(\"\\\\'\", \"'\")" : input, id);
    integration
        .child("requestTemplates")
        .put("application/json", ObjectDraft.sub(range, ScalarNode.computed(range, template)));
    new TreeMap<>(Map.of("200", "OK", "400", "Bad Request"))
        .forEach(
            (status, words) -> {
              operation.child("responses").child(status).text("description", words);
              integration.child("responses").child(status).text("statusCode", status);
            });
  }

  private void parameters(
      Events.Event event, String path, List<Node> parameters, List<Node> cacheKeys) {
    Set<String> declared = new HashSet<>();
    for (Member member : written(event)) {
      Matcher name = PARAMETER.matcher(member.name());
      if (name.matches()) {
        String in = name.group(1).equals("querystring") ? "query" : name.group(1);
        boolean required = in.equals("path") || isTrue(member.value(), "Required");
        parameters.add(form.parameter(member.key().range(), in, name.group(2), required));
        declared.add(in + " " + name.group(2));
        if (isTrue(member.value(), "Caching")) {
          cacheKeys.add(member.key());
        }
      } else {
        event
            .owner()
            .report(
                DocumentCodes.GM2178,
                member.key().range(),
                "Invalid mapping expression specified: \"" + member.name() + "\"",
                "write method.request.header.X or method.request.querystring.X");
      }
    }
    Matcher variable = VARIABLE.matcher(path);
    while (variable.find()) {
      if (declared.add("path " + variable.group(1))) {
        parameters.add(form.parameter(event.range(), "path", variable.group(1), true));
      }
    }
  }

  /** Each is a name, or a name with what is asked of it. */
  private static List<Member> written(Events.Event event) {
    List<Member> members = new ArrayList<>();
    List<Node> items =
        event
            .fields()
            .value("RequestParameters")
            .flatMap(Node::asArray)
            .map(array -> array.items())
            .orElse(List.of());
    for (Node item : items) {
      item.asScalar().ifPresent(name -> members.add(new Member(name, name)));
      item.asObject().ifPresent(object -> members.addAll(object.members().values()));
    }
    return members;
  }

  private void model(
      Events.Event event, ResourceFields written, List<Node> parameters, ObjectDraft operation) {
    Optional<ScalarNode> model = written.required("Model");
    if (model.isPresent() && !models.contains(model.get().text())) {
      event
          .owner()
          .report(
              ResourceCodes.GM2221,
              model.get().range(),
              "\"Models\" of the API has no model \"" + model.get().text() + "\"",
              "declare it there");
    } else if (model.isPresent()) {
      ScalarNode json = ScalarNode.computed(model.get().range(), "application/json");
      form.body(operation, parameters, Map.of(json, model.get()), written.isTrue("Required"));
    }
    validator(written, operation);
  }

  private void validator(ResourceFields written, ObjectDraft operation) {
    boolean body = written.isTrue("ValidateBody");
    boolean parameters = written.isTrue("ValidateParameters");
    if (written.written("ValidateBody").isEmpty()
        && written.written("ValidateParameters").isEmpty()) {
      return;
    }
    String name =
        body && parameters
            ? "body-and-params"
            : body ? "body-only" : parameters ? "params-only" : "no-validation";
    Range range = written.range();
    root.child("x-amazon-apigateway-request-validators")
        .child(range, name)
        .put("validateRequestBody", ObjectDraft.bool(range, body))
        .put("validateRequestParameters", ObjectDraft.bool(range, parameters));
    operation.text("x-amazon-apigateway-request-validator", name);
  }

  private static boolean isTrue(Node value, String name) {
    return value
        .asObject()
        .flatMap(object -> object.get(name))
        .flatMap(Node::asScalar)
        .filter(text -> text.text().equalsIgnoreCase("true"))
        .isPresent();
  }
}
