package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.assemble.Operations;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code Auth} of an HTTP API: its authorizers as security schemes, and who may call the routes
 * that do not say it themselves (docs/behaviour/resources.md#sam-http).
 */
final class SamHttpAuth {
  private static final String IAM = "AWS_IAM";
  private static final String NONE = "NONE";

  /** The lists of an identity with what stands before their names, in the order of SAM. */
  private static final List<Map.Entry<String, String>> SOURCES =
      List.of(
          Map.entry("Headers", "$request.header."),
          Map.entry("QueryStrings", "$request.querystring."),
          Map.entry("StageVariables", "$stageVariables."),
          Map.entry("Context", "$context."));

  private final TemplateResource api;
  private final Optional<ResourceFields> auth;
  private final Map<String, ResourceFields> authorizers = new TreeMap<>();
  private final Optional<ScalarNode> byDefault;

  SamHttpAuth(TemplateResource api) {
    this.api = api;
    this.auth = api.fields().object("Auth");
    Optional<ResourceFields> written = auth.flatMap(fields -> fields.object("Authorizers"));
    for (Member member : written.map(ResourceFields::writtenMembers).orElse(List.of())) {
      written
          .get()
          .object(member.name())
          .ifPresent(authorizer -> authorizers.put(member.name(), authorizer));
    }
    this.byDefault = auth.flatMap(fields -> fields.text("DefaultAuthorizer")).filter(this::isKnown);
  }

  /** Adds the security schemes. */
  void addSchemes(ObjectDraft root) {
    ObjectDraft schemes = DocumentForm.OPENAPI_3_0.securitySchemes(root);
    authorizers.forEach(
        (name, written) -> {
          ObjectDraft scheme = schemes.child(written.range(), name);
          ObjectDraft authorizer = scheme.child("x-amazon-apigateway-authorizer");
          if (written.written("JwtConfiguration").isPresent()) {
            scheme.text("type", "oauth2");
            jwt(written, authorizer);
          } else {
            scheme.text("type", "apiKey").text("name", "Unused").text("in", "header");
            function(name, written, authorizer);
          }
        });
    if (isIamOn()) {
      schemes
          .child(IAM)
          .text("type", "apiKey")
          .text("name", "Authorization")
          .text("in", "header")
          .text("x-amazon-apigateway-authtype", "awsSigv4");
    }
  }

  private static void jwt(ResourceFields written, ObjectDraft authorizer) {
    authorizer.text("type", "jwt");
    authorizer.put("identitySource", written.written("IdentitySource"));
    Optional<ResourceFields> jwt = written.object("JwtConfiguration");
    ObjectDraft configuration = authorizer.child("jwtConfiguration");
    for (String name : List.of("issuer", "audience")) {
      String upper = name.equals("issuer") ? "Issuer" : "Audience";
      configuration.put(
          name, jwt.flatMap(fields -> fields.written(name).or(() -> fields.written(upper))));
    }
  }

  private void function(String name, ResourceFields written, ObjectDraft authorizer) {
    boolean complete =
        written.written("FunctionArn").isPresent()
            && written.written("AuthorizerPayloadFormatVersion").isPresent();
    if (!complete) {
      refuse(
          written.range(),
          "authorizer \""
              + name
              + "\" needs JwtConfiguration, or FunctionArn and"
              + " AuthorizerPayloadFormatVersion",
          "add them");
    }
    authorizer.text("type", "request");
    authorizer.put("authorizerUri", written.written("FunctionArn").map(FunctionUri::of));
    authorizer.put(
        "authorizerPayloadFormatVersion", written.written("AuthorizerPayloadFormatVersion"));
    authorizer.put("enableSimpleResponses", written.written("EnableSimpleResponses"));
    authorizer.put("authorizerCredentials", written.written("FunctionInvokeRole"));
    Optional<ResourceFields> identity = written.object("Identity");
    authorizer.put(
        "authorizerResultTtlInSeconds",
        identity.flatMap(fields -> fields.written("ReauthorizeEvery")));
    List<ScalarNode> sources = new ArrayList<>();
    for (Map.Entry<String, String> source : SOURCES) {
      identity.map(fields -> fields.texts(source.getKey())).orElse(List.of()).stream()
          .map(text -> text.withText(source.getValue() + text.text()))
          .forEach(sources::add);
    }
    if (!sources.isEmpty()) {
      authorizer.list("identitySource", sources);
    }
  }

  private boolean isIamOn() {
    return auth.filter(fields -> fields.isTrue("EnableIamAuthorizer")).isPresent();
  }

  private boolean isKnown(ScalarNode authorizer) {
    TreeSet<String> names = new TreeSet<>(authorizers.keySet());
    if (isIamOn()) {
      names.add(IAM);
    }
    boolean known = names.contains(authorizer.text());
    if (!known) {
      refuse(
          authorizer.range(),
          "\"Authorizers\" of the API has no authorizer \"" + authorizer.text() + "\"",
          authorizer.text().equals(IAM)
              ? "write EnableIamAuthorizer: true"
              : DidYouMean.closest(authorizer.text(), names)
                  .map(near -> "did you mean \"" + near + "\"?")
                  .orElse("declare it there"));
    }
    return known;
  }

  private void refuse(Range range, String message, String hint) {
    api.report(ResourceCodes.GM2222, range, message, hint);
  }

  /** What an event says about its own route. */
  void ofEvent(Events.Event event, ObjectDraft operation) {
    Optional<ResourceFields> own = event.fields().object("Auth");
    Optional<ScalarNode> asked = own.flatMap(fields -> fields.text("Authorizer"));
    List<ScalarNode> scopes =
        own.map(fields -> fields.texts("AuthorizationScopes")).orElse(List.of());
    if (asked.filter(text -> text.text().equals(NONE)).isPresent()) {
      operation.list("security", List.of());
    } else if (asked.isPresent()) {
      asked
          .filter(this::isKnown)
          .ifPresent(text -> operation.list("security", List.of(requirement(text, scopes))));
    } else if (!scopes.isEmpty() && byDefault.isPresent()) {
      operation.list("security", List.of(requirement(byDefault.get(), scopes)));
    }
  }

  private ObjectNode requirement(ScalarNode authorizer, List<ScalarNode> asked) {
    List<ScalarNode> own =
        Optional.ofNullable(authorizers.get(authorizer.text()))
            .map(fields -> fields.texts("AuthorizationScopes"))
            .orElse(List.of());
    return new ObjectDraft(authorizer.range())
        .list(authorizer.text(), asked.isEmpty() ? own : asked)
        .build();
  }

  /** A route that does not say who may call it has the default. */
  ObjectNode secured(ObjectNode operation) {
    if (byDefault.isEmpty() || operation.has("security")) {
      return operation;
    }
    Node security =
        new ArrayNode(
            byDefault.get().range(), "", List.of(requirement(byDefault.get(), List.of())));
    ScalarNode key = ScalarNode.computed(byDefault.get().range(), "security");
    return Operations.with(operation, new Member(key, security));
  }
}
