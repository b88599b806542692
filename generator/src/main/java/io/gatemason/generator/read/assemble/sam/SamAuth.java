package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code Auth} of an API: who may call its methods, unless an event or the document says otherwise.
 * What an event says stands among the requirements of its operation under names that no scheme has,
 * as SAM writes it, until all requirements are joined (docs/behaviour/resources.md#sam-auth).
 */
final class SamAuth {
  private static final String IAM = "AWS_IAM";
  private static final String KEY = "api_key";
  private static final String NONE = "NONE";
  private static final String NO_KEY = "api_key_false";

  private final TemplateResource api;
  private final DocumentForm form;
  private final Optional<ResourceFields> auth;
  private final Map<String, List<ScalarNode>> scopes = new HashMap<>();
  private final Optional<ScalarNode> byDefault;

  SamAuth(TemplateResource api, DocumentForm form) {
    this.api = api;
    this.form = form;
    this.auth = api.fields().object("Auth");
    Optional<ResourceFields> authorizers = auth.flatMap(fields -> fields.object("Authorizers"));
    scopes.put(IAM, List.of());
    for (Member member : authorizers.map(ResourceFields::writtenMembers).orElse(List.of())) {
      authorizers
          .get()
          .object(member.name())
          .ifPresent(one -> scopes.put(member.name(), one.texts("AuthorizationScopes")));
    }
    this.byDefault = auth.flatMap(fields -> fields.text("DefaultAuthorizer")).filter(this::isKnown);
  }

  /** The settings. */
  Optional<ResourceFields> fields() {
    return auth;
  }

  /**
   * Adds the security schemes.
   *
   * @param known the names of those that the document has
   */
  void addSchemes(ObjectDraft root, Set<String> known) {
    auth.flatMap(fields -> fields.object("Authorizers"))
        .ifPresent(authorizers -> new SamAuthorizers(api, form, root).add(authorizers));
    if (!known.contains(KEY)) {
      form.apiKeyScheme(root, api.range());
    }
    if (!known.contains(IAM)) {
      form.securitySchemes(root)
          .child(IAM)
          .text("type", "apiKey")
          .text("name", "Authorization")
          .text("in", "header")
          .text("x-amazon-apigateway-authtype", "awsSigv4");
    }
  }

  private boolean isKnown(ScalarNode authorizer) {
    boolean known = scopes.containsKey(authorizer.text());
    if (!known) {
      api.report(
          ResourceCodes.GM2222,
          authorizer.range(),
          "\"Authorizers\" of the API has no authorizer \"" + authorizer.text() + "\"",
          DidYouMean.closest(authorizer.text(), scopes.keySet())
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("declare it there"));
    }
    return known;
  }

  /** What an event says about its own method. */
  void ofEvent(Events.Event event, ObjectDraft operation) {
    Optional<ResourceFields> own = event.fields().object("Auth");
    Optional<ScalarNode> authorizer = own.flatMap(fields -> fields.text("Authorizer"));
    List<Node> requirements = new ArrayList<>();
    if (authorizer.filter(text -> text.text().equals(NONE) || isKnown(text)).isPresent()) {
      List<ScalarNode> asked = own.get().texts("AuthorizationScopes");
      requirements.add(requirement(authorizer.get(), asked));
    } else if (authorizer.isEmpty() && byDefault.isPresent() && own.isPresent()) {
      List<ScalarNode> asked = own.get().texts("AuthorizationScopes");
      if (!asked.isEmpty()) {
        requirements.add(requirement(byDefault.get(), asked));
      }
    }
    own.flatMap(fields -> fields.bool("ApiKeyRequired"))
        .map(Placed::value)
        .map(required -> ScalarNode.computed(event.range(), required ? KEY : NO_KEY))
        .ifPresent(name -> requirements.add(requirement(name, List.of())));
    if (!requirements.isEmpty()) {
      operation.list("security", requirements);
    }
    boolean signed =
        authorizer
            .or(() -> own.isPresent() ? Optional.empty() : byDefault)
            .filter(text -> text.text().equals(IAM))
            .isPresent();
    if (signed) {
      credentials(event, own, operation.child("x-amazon-apigateway-integration"));
    }
  }

  /** Functions of signed methods are invoked as the caller, or by a role. */
  private void credentials(
      Events.Event event, Optional<ResourceFields> own, ObjectDraft integration) {
    Optional<ResourceFields> said =
        own.filter(fields -> fields.node().has("InvokeRole")).or(() -> auth);
    Optional<ScalarNode> role = said.flatMap(fields -> fields.text("InvokeRole"));
    boolean caller = role.filter(text -> !text.text().equals("CALLER_CREDENTIALS")).isEmpty();
    boolean none =
        role.filter(text -> text.text().equals(NONE)).isPresent()
            || said.flatMap(fields -> fields.node().get("InvokeRole"))
                .filter(Node::isNull)
                .isPresent();
    if (!none) {
      Range range = role.map(ScalarNode::range).orElse(event.range());
      integration.put(
          "credentials",
          caller
              ? ScalarNode.computed(range, "arn:aws:iam::*:user/*")
              : said.flatMap(fields -> fields.written("InvokeRole")).orElseThrow());
    }
  }

  private ObjectNode requirement(ScalarNode authorizer, List<ScalarNode> asked) {
    List<ScalarNode> all =
        asked.isEmpty() ? scopes.getOrDefault(authorizer.text(), List.of()) : asked;
    return new ObjectDraft(authorizer.range()).list(authorizer.text(), all).build();
  }

  /** An operation of a path, with all that is required in one requirement. */
  ObjectNode secured(String verb, ObjectNode operation) {
    if (!operation.has("x-amazon-apigateway-integration")) {
      return operation;
    }
    Map<String, Member> required = new LinkedHashMap<>();
    for (Node alternative : written(operation)) {
      alternative.asObject().ifPresent(object -> required.putAll(object.members()));
    }
    boolean preflight = verb.equals("options");
    Set<String> authorizers = new LinkedHashSet<>(required.keySet());
    authorizers.retainAll(scopes.keySet());
    if (byDefault.isPresent()
        && authorizers.isEmpty()
        && !required.containsKey(NONE)
        && !(preflight && isFalse("AddDefaultAuthorizerToCorsPreflight"))) {
      required.putAll(requirement(byDefault.get(), List.of()).members());
    }
    if (auth.filter(fields -> fields.isTrue("ApiKeyRequired")).isPresent()
        && !required.containsKey(NO_KEY)
        && !(preflight && isFalse("AddApiKeyRequiredToCorsPreflight"))) {
      ScalarNode key = ScalarNode.computed(auth.get().range(), KEY);
      required.putIfAbsent(KEY, new Member(key, new ArrayNode(key.range(), "", List.of())));
    }
    boolean open = required.keySet().removeIf(name -> name.equals(NONE) || name.equals(NO_KEY));
    return required.isEmpty() && !open && !operation.has("security")
        ? operation
        : withSecurity(operation, required);
  }

  private static List<Node> written(ObjectNode operation) {
    return operation.get("security").flatMap(Node::asArray).map(ArrayNode::items).orElse(List.of());
  }

  private static ObjectNode withSecurity(ObjectNode operation, Map<String, Member> required) {
    Range range = operation.get("security").map(Node::range).orElse(operation.range());
    List<Node> alternatives =
        required.isEmpty()
            ? List.of()
            : List.of(new ObjectNode(range, "", new ArrayList<>(required.values())));
    Map<String, Member> members = new LinkedHashMap<>(operation.members());
    ScalarNode key = ScalarNode.computed(range, "security");
    members.put("security", new Member(key, new ArrayNode(range, "", alternatives)));
    return new ObjectNode(operation.range(), operation.tag(), new ArrayList<>(members.values()));
  }

  private boolean isFalse(String name) {
    return auth.flatMap(fields -> fields.bool(name)).filter(value -> !value.value()).isPresent();
  }
}
