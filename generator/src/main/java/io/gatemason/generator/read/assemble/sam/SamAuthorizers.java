package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code Auth.Authorizers} of an API as the security schemes that SAM makes of them. */
final class SamAuthorizers {
  private static final Map<String, String> SOURCES =
      Map.of(
          "Headers", "method.request.header.",
          "QueryStrings", "method.request.querystring.",
          "StageVariables", "stageVariables.",
          "Context", "context.");

  private final TemplateResource api;
  private final ObjectDraft schemes;

  SamAuthorizers(TemplateResource api, DocumentForm form, ObjectDraft root) {
    this.api = api;
    this.schemes = form.securitySchemes(root);
  }

  /** Adds all of them. */
  void add(ResourceFields authorizers) {
    for (Member member : authorizers.writtenMembers()) {
      authorizers.object(member.name()).ifPresent(written -> add(member, written));
    }
  }

  private void add(Member member, ResourceFields written) {
    Range range = member.key().range();
    boolean pools = written.written("UserPoolArn").isPresent();
    if (!pools && written.written("FunctionArn").isEmpty()) {
      refuse(
          range,
          "authorizer \"" + member.name() + "\" names neither a function nor a user pool",
          "add FunctionArn or UserPoolArn");
    }
    String type =
        pools
            ? "cognito_user_pools"
            : written
                .text("FunctionPayloadType")
                .map(text -> text.text().toLowerCase(Locale.ROOT))
                .orElse("token");
    Optional<ResourceFields> identity = written.object("Identity");
    ObjectDraft scheme = schemes.child(range, member.name()).text("type", "apiKey");
    scheme.text("name", header(type, identity)).text("in", "header");
    ObjectDraft authorizer = scheme.child("x-amazon-apigateway-authorizer").text("type", type);
    if (pools) {
      authorizer.put("providerARNs", written.written("UserPoolArn").map(SamAuthorizers::list));
    } else {
      authorizer.put("authorizerUri", written.written("FunctionArn").map(FunctionUri::of));
      authorizer.put("authorizerCredentials", role(written));
    }
    authorizer.put(
        "authorizerResultTtlInSeconds", identity.flatMap(i -> i.written("ReauthorizeEvery")));
    if (type.equals("request")) {
      sources(range, member.name(), identity, authorizer);
    } else {
      authorizer.put(
          "identityValidationExpression", identity.flatMap(i -> i.written("ValidationExpression")));
    }
  }

  private static String header(String type, Optional<ResourceFields> identity) {
    return type.equals("request")
        ? "Unused"
        : identity
            .flatMap(fields -> fields.text("Header"))
            .map(ScalarNode::text)
            .orElse("Authorization");
  }

  private static Optional<Node> role(ResourceFields written) {
    boolean none =
        written.text("FunctionInvokeRole").filter(r -> r.text().equals("NONE")).isPresent();
    return none ? Optional.empty() : written.written("FunctionInvokeRole");
  }

  private static Node list(Node arn) {
    return arn.asArray().isPresent() && arn.tag().isEmpty()
        ? arn
        : new ArrayNode(arn.range(), "", List.of(arn));
  }

  private void sources(
      Range range, String name, Optional<ResourceFields> identity, ObjectDraft authorizer) {
    List<String> sources = new ArrayList<>();
    for (String list : List.of("Headers", "QueryStrings", "StageVariables", "Context")) {
      identity.map(fields -> fields.texts(list)).orElse(List.of()).stream()
          .map(text -> SOURCES.get(list) + text.text())
          .forEach(sources::add);
    }
    boolean kept =
        identity
            .flatMap(fields -> fields.integer("ReauthorizeEvery"))
            .map(Placed::value)
            .filter(seconds -> seconds == 0)
            .isEmpty();
    if (sources.isEmpty() && kept) {
      refuse(
          range,
          "authorizer \"" + name + "\" keeps results, and nothing tells callers apart",
          "list Headers, QueryStrings, StageVariables or Context in Identity, or write"
              + " ReauthorizeEvery: 0");
    }
    if (!sources.isEmpty()) {
      authorizer.text("identitySource", String.join(", ", sources));
    }
  }

  private void refuse(Range range, String message, String hint) {
    api.report(ResourceCodes.GM2222, range, message, hint);
  }
}
