package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.source.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document a value stands, as far as substitution has to know.
 *
 * @param parent the place of the object or array around it; null at the root
 * @param owner the nearest object around it; null at the root
 * @param key the key under which it stands; that of the array for an item; empty at the root
 * @param depth how many conditions refer to each other here
 * @param isIncluded whether it stands in an included file
 */
public record Place(
    @Nullable Place parent, @Nullable ObjectNode owner, String key, int depth, boolean isIncluded) {
  public static final Place ROOT = new Place(null, null, "", 0, false);

  private static final Set<String> DOCUMENTATION =
      Set.of(
          "description",
          "summary",
          "title",
          "example",
          "pattern",
          "default",
          "enum",
          "termsOfService",
          "version");
  private static final Set<String> EXAMPLES = Set.of("example", "examples");
  private static final Set<String> TEMPLATES =
      Set.of("requestTemplates", "responseTemplates", "RequestTemplates", "ResponseTemplates");
  private static final Set<String> POLICIES = Set.of("x-amazon-apigateway-policy", "Policy");
  private static final Set<String> ROLES = Set.of("credentials", "authorizerCredentials");

  public Place member(ObjectNode object, String name) {
    return new Place(this, object, name, depth, isIncluded);
  }

  /** The same place, one condition deeper. */
  public Place nested() {
    return new Place(parent, owner, key, depth + 1, isIncluded);
  }

  /** The same place, in an included file. */
  public Place included() {
    return new Place(parent, owner, key, depth, true);
  }

  /** Whether text here only informs people: braces may then mean anything. */
  boolean documents() {
    return DOCUMENTATION.contains(key) || within(EXAMPLES);
  }

  /** Whether text here is a mapping template. */
  boolean isMappingTemplate() {
    return within(TEMPLATES);
  }

  /** Whether a name in a policy is one of its own variables, such as {@code aws:username}. */
  boolean isPolicyVariable(String name) {
    boolean own =
        name.startsWith("aws:") || name.equals("*") || name.equals("?") || name.equals("$");
    return own && within(POLICIES);
  }

  boolean isRole() {
    return ROLES.contains(key);
  }

  boolean isUserPool() {
    return key.equals("providerARNs");
  }

  /** Whether text here names a function to invoke. */
  boolean isFunctionUri(String name) {
    if (key.equals("authorizerUri")) {
      return true;
    }
    String type = ownerType();
    String lower = name.toLowerCase(Locale.ROOT);
    return key.equals("uri")
        && (type.equals("aws_proxy")
            || (type.equals("aws") && (lower.contains("lambda") || lower.contains("function"))));
  }

  /** Whether text here is the address of an HTTP backend. */
  boolean isHttpUri() {
    return key.equals("uri") && ownerType().startsWith("http");
  }

  private String ownerType() {
    return Optional.ofNullable(owner)
        .flatMap(object -> object.get("type"))
        .flatMap(node -> node.asScalar())
        .map(type -> type.text().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private boolean within(Set<String> keys) {
    for (Place place = this; place != null; place = place.parent()) {
      if (keys.contains(place.key())) {
        return true;
      }
    }
    return false;
  }
}
