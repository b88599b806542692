package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.assemble.Operations;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code Cors} of an API: every path without a method OPTIONS gets one, a mock that answers
 * preflight requests (docs/behaviour/resources.md#sam-cors).
 */
final class SamCors {
  private static final String ANY = "x-amazon-apigateway-any-method";
  private static final String PREFIX = "Access-Control-Allow-";

  private final DocumentForm form;
  private final Range range;
  private final Map<String, String> headers = new TreeMap<>();

  private SamCors(DocumentForm form, Range range) {
    this.form = form;
    this.range = range;
  }

  /** What the API says; empty where it says nothing. */
  static Optional<SamCors> of(TemplateResource api, DocumentForm form) {
    Optional<Node> written = api.fields().written("Cors").flatMap(api::chosen);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    SamCors cors = new SamCors(form, written.get().range());
    if (written.get().asObject().isPresent()) {
      api.fields().object("Cors").ifPresent(fields -> cors.read(api, fields));
    } else {
      api.fields().text("Cors").ifPresent(o -> cors.headers.put(PREFIX + "Origin", o.text()));
    }
    return Optional.of(cors);
  }

  private void read(TemplateResource api, ResourceFields fields) {
    Optional<ScalarNode> origin = fields.required("AllowOrigin");
    origin.ifPresent(text -> headers.put(PREFIX + "Origin", text.text()));
    fields.text("AllowHeaders").ifPresent(t -> headers.put(PREFIX + "Headers", t.text()));
    fields.text("AllowMethods").ifPresent(t -> headers.put(PREFIX + "Methods", t.text()));
    fields.text("MaxAge").ifPresent(t -> headers.put("Access-Control-Max-Age", t.text()));
    if (fields.isTrue("AllowCredentials")) {
      headers.put(PREFIX + "Credentials", "'true'");
      if (origin.filter(text -> !text.text().equals("'*'")).isEmpty()) {
        api.report(
            ResourceCodes.GM2223,
            fields.range("AllowCredentials"),
            "credentials of all origins cannot be allowed",
            "name the origin in AllowOrigin, or remove AllowCredentials");
      }
    }
  }

  /** A path with its preflight method. */
  ObjectNode with(String path, ObjectNode item) {
    if (item.has("options")) {
      return item;
    }
    ScalarNode key = ScalarNode.computed(range, "options");
    return Operations.with(item, new Member(key, options(path, Operations.verbs(item))));
  }

  private ObjectNode options(String path, List<String> verbs) {
    Map<String, String> answered = new TreeMap<>(headers);
    answered.putIfAbsent(PREFIX + "Methods", "'" + methods(verbs) + "'");
    ObjectDraft operation = new ObjectDraft(range);
    List<ObjectNode> variables = form.variables(path, range);
    if (!variables.isEmpty()) {
      operation.list("parameters", variables);
    }
    ObjectDraft response = operation.child("responses").child("200");
    response.text("description", "Default response for CORS method");
    ObjectDraft integration =
        operation.child("x-amazon-apigateway-integration").text("type", "mock");
    integration.child("requestTemplates").text("application/json", "{\"statusCode\": 200}");
    ObjectDraft answer = integration.child("responses").child("default").text("statusCode", "200");
    answered.forEach(
        (name, value) -> {
          form.header(response, range, name);
          answer.child("responseParameters").text("method.response.header." + name, value);
        });
    answer.child("responseTemplates").text("application/json", "{}");
    return operation.build();
  }

  private static String methods(List<String> verbs) {
    TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
    for (String verb : verbs) {
      methods.addAll(
          verb.equals(ANY)
              ? List.of("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT")
              : List.of(verb.toUpperCase(Locale.ROOT)));
    }
    return String.join(",", methods);
  }
}
