package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.Authorizer.Kind;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.mapping.InvocationArn;
import io.gatemason.generator.read.mapping.MappingTexts;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.read.rest.root.RootReader;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The authorizer of a security scheme (docs/behaviour/import.md#authorizers). {@code token} and
 * {@code cognito_user_pools} read the header that the scheme names; {@code request} names its
 * sources, or takes those of a scheme that is not called {@code Unused}. Authorizers exist even if
 * no operation refers to them.
 */
public final class AuthorizerExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-authorizer";

  private static final String HEADER = "method.request.header.";
  private static final int DEFAULT_TTL_SECONDS = 300;
  private static final int MAXIMUM_TTL_SECONDS = 3600;
  private static final Pattern SOURCE =
      Pattern.compile(
          "method\\.request\\.(header|querystring|multivalueheader|multivaluequerystring)\\..+"
              + "|stageVariables\\..+|context\\..+");
  private static final List<String> HTTP_API_ONLY =
      List.of("authorizerPayloadFormatVersion", "enableSimpleResponses", "jwtConfiguration");
  private static final List<String> KINDS =
      Stream.of(Kind.TOKEN, Kind.REQUEST, Kind.COGNITO_USER_POOLS).map(Kind::name).toList();

  private static final List<String> KNOWN =
      List.of(
          "type",
          "authorizerUri",
          "authorizerCredentials",
          "authorizerResultTtlInSeconds",
          "identitySource",
          "identityValidationExpression",
          "providerARNs",
          HTTP_API_ONLY.get(0),
          HTTP_API_ONLY.get(1),
          HTTP_API_ONLY.get(2));

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    Optional<ObjectNode> schemes = document.section("securityDefinitions", "securitySchemes");
    if (schemes.isPresent()) {
      for (ObjectNode.Member member : schemes.get().members().values()) {
        document
            .resolveObject(member.value())
            .map(object -> document.fields(object, "security scheme \"" + member.name() + "\""))
            .flatMap(scheme -> read(document, member.name(), scheme))
            .ifPresent(authorizer -> draft.authorizers.put(member.name(), authorizer));
      }
    }
  }

  private static Optional<Authorizer> read(OpenApiDocument document, String name, Fields scheme) {
    Optional<Fields> extension = scheme.object(NAME);
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = extension.get();
    fields.allow(KNOWN);
    warnIgnored(document, fields);
    if (fields.value("type").isEmpty()) {
      missing(document, name, fields, "type", "write type: token, request or cognito_user_pools");
      return Optional.empty();
    }
    return fields
        .choice("type", KINDS)
        .map(Kind::valueOf)
        .map(kind -> build(document, name, scheme, fields, kind));
  }

  private static Authorizer build(
      OpenApiDocument document, String name, Fields scheme, Fields fields, Kind kind) {
    boolean pools = kind == Kind.COGNITO_USER_POOLS;
    if (fields.value(pools ? "providerARNs" : "authorizerUri").isEmpty()) {
      missing(
          document,
          name,
          fields,
          pools ? "providerARNs" : "authorizerUri",
          pools ? "list the ARNs of the user pools" : "name the function's invocation URI");
    }
    Optional<String> principal = Optional.ofNullable(document.options().principals().get(name));
    return new Authorizer(
        name,
        fields.range(),
        kind,
        fields
            .text("authorizerUri")
            .filter(any -> principal.isEmpty())
            .flatMap(uri -> function(document, uri)),
        fields
            .text("authorizerCredentials")
            .map(role -> MappingTexts.parseStageVariables(role.text(), role.range())),
        ttl(document, fields),
        kind == Kind.REQUEST
            ? requestSources(document, scheme, fields)
            : schemeSource(document, scheme, fields),
        fields.string("identityValidationExpression"),
        fields.texts("providerARNs").stream()
            .map(arn -> MappingTexts.parseStageVariables(arn.text(), arn.range()))
            .toList(),
        principal);
  }

  private static Optional<MappingText> function(OpenApiDocument document, ScalarNode uri) {
    Optional<InvocationArn> arn =
        InvocationArn.of(uri.text().strip()).filter(InvocationArn::invokesFunction);
    if (arn.isEmpty()) {
      document.report(
          AuthorizationCodes.GM2302,
          uri.range(),
          "Invalid Authorizer URI: \"" + uri.text() + "\"",
          "write arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function"
              + " ARN}/invocations");
    }
    return arn.map(found -> MappingTexts.parseStageVariables(found.functionName(), uri.range()));
  }

  private static int ttl(OpenApiDocument document, Fields fields) {
    OptionalInt ttl = fields.integer("authorizerResultTtlInSeconds");
    int seconds = ttl.orElse(DEFAULT_TTL_SECONDS);
    if (seconds < 0 || seconds > MAXIMUM_TTL_SECONDS) {
      document.report(
          DocumentCodes.GM2135,
          fields.range("authorizerResultTtlInSeconds"),
          "\"authorizerResultTtlInSeconds\" must be between 0 and 3600, not \"" + seconds + "\"",
          "write a number of seconds in that range; 0 switches the cache off");
    }
    return seconds;
  }

  private static List<String> schemeSource(OpenApiDocument document, Fields scheme, Fields fields) {
    Optional<String> header = scheme.string("name");
    if (header.isEmpty()) {
      document.report(
          DocumentCodes.GM2133,
          scheme.range(),
          "the authorizer of a scheme without \"name\" has no header to read",
          "write type: apiKey, name: Authorization, in: header");
    }
    List<String> sources = header.map(h -> List.of(HEADER + h)).orElse(List.of());
    fields
        .text("identitySource")
        .filter(source -> sources.stream().noneMatch(source.text().strip()::equalsIgnoreCase))
        .ifPresent(
            source ->
                document.report(
                    DocumentCodes.GM2112,
                    source.range(),
                    "\"identitySource\" has no effect: the token comes in the header that the scheme"
                        + " names",
                    "write that header as the scheme's \"name\", or remove it"));
    return sources;
  }

  private static List<String> requestSources(
      OpenApiDocument document, Fields scheme, Fields fields) {
    List<String> sources = new ArrayList<>();
    Optional<ScalarNode> written = fields.text("identitySource");
    if (written.isEmpty()) {
      String in =
          scheme.string("in").filter("query"::equals).isPresent() ? "querystring" : "header";
      return scheme
          .string("name")
          .filter(name -> !name.equals("Unused"))
          .map(name -> List.of("method.request." + in + "." + name))
          .orElse(List.of());
    }
    for (String source : written.get().text().split(",", -1)) {
      String expression = source.strip();
      if (SOURCE.matcher(expression).matches()) {
        sources.add(expression);
      } else if (!expression.isEmpty()) {
        document.report(
            DocumentCodes.GM2177,
            written.get().range(),
            "Invalid mapping expression specified: \"" + expression + "\"",
            "an identity source is method.request.header.X, method.request.querystring.X,"
                + " stageVariables.X or context.X");
      }
    }
    return List.copyOf(sources);
  }

  private static void missing(
      OpenApiDocument document, String name, Fields fields, String member, String hint) {
    document.report(
        DocumentCodes.GM2134,
        fields.range(),
        "authorizer \"" + name + "\" lacks \"" + member + "\"",
        hint);
  }

  private static void warnIgnored(OpenApiDocument document, Fields fields) {
    for (String name : HTTP_API_ONLY) {
      HttpApiMarks.warnIgnored(document, fields.node(), name, "remove it");
    }
  }
}
