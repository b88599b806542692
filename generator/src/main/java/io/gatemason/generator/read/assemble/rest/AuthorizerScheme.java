package io.gatemason.generator.read.assemble.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ScalarNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An authorizer of a template, as the security scheme that a document would have. */
final class AuthorizerScheme {
  private static final String HEADER = "method.request.header.";
  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              "AuthorizerCredentials", "authorizerCredentials",
              "AuthorizerResultTtlInSeconds", "authorizerResultTtlInSeconds",
              "AuthorizerUri", "authorizerUri",
              "IdentityValidationExpression", "identityValidationExpression",
              "ProviderARNs", "providerARNs"));

  private AuthorizerScheme() {}

  /** Its name, by which methods ask for it. */
  static String name(TemplateResource authorizer) {
    return authorizer.fields().text("Name").map(ScalarNode::text).orElseGet(authorizer::logicalId);
  }

  /** Whether it asks user pools rather than a function. */
  static boolean asksUserPools(TemplateResource authorizer) {
    return type(authorizer.fields()).equals("cognito_user_pools");
  }

  private static String type(ResourceFields fields) {
    return fields.text("Type").map(text -> text.text().toLowerCase(Locale.ROOT)).orElse("");
  }

  /** Fills a security scheme. */
  static void fill(TemplateResource resource, ObjectDraft scheme) {
    ResourceFields fields = resource.fields();
    fields.required("Name");
    boolean request = type(fields).equals("request");
    scheme.text("type", "apiKey").text("in", "header");
    if (request) {
      scheme.text("name", "Unused");
    } else {
      header(resource, fields).ifPresent(name -> scheme.put("name", name));
    }
    ObjectDraft authorizer = scheme.child("x-amazon-apigateway-authorizer");
    fields.required("Type").ifPresent(type -> authorizer.put("type", type.withText(type(fields))));
    NAMES.forEach((property, name) -> authorizer.put(name, fields.written(property)));
    if (request) {
      authorizer.put("identitySource", fields.written("IdentitySource"));
    }
  }

  /** Where tokens are; a scheme without a header is refused when it is read. */
  private static Optional<ScalarNode> header(TemplateResource resource, ResourceFields fields) {
    Optional<ScalarNode> source = fields.text("IdentitySource");
    Optional<ScalarNode> header =
        source
            .filter(text -> text.text().strip().startsWith(HEADER))
            .map(text -> text.withText(text.text().strip().substring(HEADER.length())));
    if (source.isPresent() && header.isEmpty()) {
      resource.report(
          DocumentCodes.GM2177,
          source.get().range(),
          "Invalid mapping expression specified: \"" + source.get().text() + "\"",
          "tokens are read from a header: write " + HEADER + "Authorization");
    }
    return header;
  }
}
