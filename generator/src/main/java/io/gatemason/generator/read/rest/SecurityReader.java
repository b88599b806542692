package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call a method: {@code security} of the operation, else of the document
 * (docs/behaviour/import.md#operations, docs/behaviour/import.md#authorizers). Of several
 * alternatives the first that names an authorizer or signatures counts; every API key scheme
 * counts.
 */
final class SecurityReader {
  private final OpenApiDocument document;
  private final ApiDraft draft;
  private final Optional<ObjectNode> schemes;

  /**
   * What a method requires.
   *
   * @param authorization who may call it
   * @param apiKeyRequired whether a key must be sent
   */
  record Security(Authorization authorization, boolean apiKeyRequired) {}

  SecurityReader(OpenApiDocument document, ApiDraft draft) {
    this.document = document;
    this.draft = draft;
    this.schemes = document.section("securityDefinitions", "securitySchemes");
  }

  Security read(MethodSite site) {
    Fields owner = site.operation().node().has("security") ? site.operation() : document.fields();
    List<Node> alternatives = owner.items("security");
    List<Authorization> authorizations = new ArrayList<>();
    boolean apiKey = false;
    for (Node alternative : alternatives) {
      for (ObjectNode.Member member :
          alternative.asObject().map(o -> o.members().values()).orElse(Set.of())) {
        Optional<Fields> scheme = scheme(member);
        scheme.flatMap(s -> authorization(member, s)).ifPresent(authorizations::add);
        apiKey |= scheme.filter(s -> isApiKey(member, s)).isPresent();
      }
    }
    if (alternatives.size() > 1 || authorizations.size() > 1) {
      document.report(
          DocumentCodes.GM2131,
          owner.range("security"),
          "of several security requirements the first with an authorizer or signatures counts;"
              + " API keys count in any",
          "name one requirement");
    }
    Authorization fromSecurity =
        authorizations.isEmpty() ? new Authorization.None() : authorizations.get(0);
    return new Security(AuthExtension.read(site.operation()).orElse(fromSecurity), apiKey);
  }

  private Optional<Fields> scheme(ObjectNode.Member member) {
    Optional<Fields> found =
        schemes
            .flatMap(all -> all.get(member.name()))
            .flatMap(document::resolveObject)
            .map(object -> document.fields(object, "security scheme \"" + member.name() + "\""));
    if (found.isEmpty()) {
      document.report(
          DocumentCodes.GM2130,
          member.key().range(),
          "security scheme \"" + member.name() + "\" is not defined; without it the method is open",
          Fields.hint(
              member.name(), schemes.map(all -> all.members().keySet()).orElse(Set.of()), home()));
    }
    return found;
  }

  private String home() {
    if (document.isSwagger()) {
      return "define it in securityDefinitions";
    }
    boolean old = document.root().has("securityDefinitions");
    return "define it in components.securitySchemes"
        + (old ? "; OpenAPI 3 does not look into securityDefinitions" : "");
  }

  private Optional<Authorization> authorization(ObjectNode.Member member, Fields scheme) {
    if (draft.authorizers.containsKey(member.name())) {
      List<String> scopes =
          member.value().asArray().map(ArrayNode::items).orElse(List.of()).stream()
              .flatMap(item -> item.asScalar().stream())
              .map(ScalarNode::text)
              .toList();
      return Optional.of(
          new Authorization.ByAuthorizer(member.name(), scopes, member.key().range()));
    }
    if (hasAuthorizer(scheme)) {
      return Optional.empty();
    }
    if (AuthtypeExtension.isSigned(scheme)) {
      return Optional.of(new Authorization.Iam(member.key().range()));
    }
    if (!isApiKey(member, scheme)) {
      document.report(
          DocumentCodes.GM2132,
          member.key().range(),
          "security scheme \"" + member.name() + "\" has no effect: the method stays open",
          "give it an " + AuthorizerExtension.NAME + ", or remove the requirement");
    }
    return Optional.empty();
  }

  private boolean isApiKey(ObjectNode.Member member, Fields scheme) {
    boolean keyHeader =
        text(scheme, "type").equals("apikey")
            && text(scheme, "in").equals("header")
            && text(scheme, "name").equals("x-api-key");
    return keyHeader
        && !draft.authorizers.containsKey(member.name())
        && !hasAuthorizer(scheme)
        && !AuthtypeExtension.isSigned(scheme);
  }

  private static boolean hasAuthorizer(Fields scheme) {
    return scheme.value(AuthorizerExtension.NAME).isPresent();
  }

  private static String text(Fields scheme, String name) {
    return scheme.scalar(name).map(s -> s.text().toLowerCase(Locale.ROOT)).orElse("");
  }
}
