package io.gatemason.generator.read.websocket;

import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.diagnostics.WebSocketApiCodes;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.read.mapping.InvocationArn;
import io.gatemason.generator.read.mapping.MappingTexts;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who may open a connection; messages are not asked again. */
final class ConnectAuthorization {
  private static final Pattern SOURCE =
      Pattern.compile("(method\\.request\\.(header|querystring)|stageVariables|context)\\.\\S+");

  private final Map<String, Authorizer> authorizers = new LinkedHashMap<>();

  /** The authorizers that the routes so far name. */
  Map<String, Authorizer> authorizers() {
    return authorizers;
  }

  /** What a route says; open, after a diagnostic, where that cannot be. */
  Authorization read(SocketFields fields, String key) {
    Optional<ScalarNode> written = fields.text("AuthorizationType");
    String type = written.map(text -> text.text().toUpperCase(Locale.ROOT)).orElse("NONE");
    Range range = written.map(ScalarNode::range).orElseGet(fields::range);
    if (!type.equals("NONE") && !key.equals(MessageRoute.CONNECT)) {
      fields.report(
          WebSocketApiCodes.GM2905,
          range,
          "only $connect can have authorization; it protects all routes of the connection",
          "move it to the route $connect");
      return new Authorization.None();
    }
    if (type.equals("NONE") && fields.object("Authorizer").isPresent()) {
      fields.report(
          WebSocketApiCodes.GM2905,
          range,
          "\"AuthorizerId\" is never asked: without an \"AuthorizationType\" the route is open",
          "write AuthorizationType: CUSTOM, or remove \"AuthorizerId\"");
    }
    switch (type) {
      case "NONE" -> {
        return new Authorization.None();
      }
      case "AWS_IAM" -> {
        return new Authorization.Iam(range);
      }
      case "CUSTOM" -> {
        Optional<Authorizer> authorizer =
            fields.object("Authorizer").flatMap(each -> authorizer(each.titled("authorizer")));
        if (authorizer.isPresent()) {
          authorizers.put(authorizer.get().name(), authorizer.get());
          return new Authorization.ByAuthorizer(authorizer.get().name(), List.of(), range);
        }
      }
      default -> {
        // Reported below.
      }
    }
    fields.report(
        WebSocketApiCodes.GM2905,
        range,
        "\"" + type + "\" does not say who may connect",
        "write NONE, AWS_IAM, or CUSTOM with the AuthorizerId of a REQUEST authorizer");
    return new Authorization.None();
  }

  private static Optional<Authorizer> authorizer(SocketFields fields) {
    fields.withoutEffect(
        "AuthorizerPayloadFormatVersion",
        "AuthorizerResultTtlInSeconds",
        "EnableSimpleResponses",
        "IdentityValidationExpression",
        "JwtConfiguration");
    Optional<ScalarNode> uri = fields.text("AuthorizerUri");
    Optional<MappingText> function =
        uri.flatMap(text -> InvocationArn.of(text.text().strip()))
            .filter(InvocationArn::invokesFunction)
            .map(arn -> MappingTexts.parseStageVariables(arn.functionName(), uri.get().range()));
    boolean request =
        fields.text("AuthorizerType").map(ScalarNode::text).orElse("").equalsIgnoreCase("REQUEST");
    if (function.isEmpty() || !request) {
      return Optional.empty();
    }
    return Optional.of(
        new Authorizer(
            fields
                .text("Name")
                .or(() -> fields.text("LogicalId"))
                .map(ScalarNode::text)
                .orElse("authorizer"),
            fields.range(),
            Authorizer.Kind.CONNECT,
            function,
            fields
                .text("AuthorizerCredentialsArn")
                .map(role -> MappingTexts.parseStageVariables(role.text().strip(), role.range())),
            0,
            sources(fields),
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }

  private static List<String> sources(SocketFields fields) {
    List<String> sources = new ArrayList<>();
    for (ScalarNode written : fields.texts("IdentitySource")) {
      String source = SocketMappings.inWordsOfMethods(written.text().strip());
      if (!SOURCE.matcher(source).matches()) {
        fields.report(
            AuthorizationCodes.GM3305,
            written.range(),
            "\"" + written.text() + "\" is no identity source",
            "write route.request.header.X, route.request.querystring.X, stageVariables.X or"
                + " context.X");
      }
      sources.add(source);
    }
    return sources;
  }
}
