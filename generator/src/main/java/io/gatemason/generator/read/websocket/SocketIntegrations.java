package io.gatemason.generator.read.websocket;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.WebSocketApiCodes;
import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.Endpoint;
import io.gatemason.generator.model.HttpIntegration;
import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.LambdaIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MockIntegration;
import io.gatemason.generator.model.PassthroughBehavior;
import io.gatemason.generator.read.mapping.InvocationArn;
import io.gatemason.generator.read.mapping.MappingTexts;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the integrations of routes (docs/behaviour/websocket.md#integrations). */
final class SocketIntegrations {
  private static final int MINIMUM_MILLIS = 50;
  private static final int MAXIMUM_MILLIS = Math.toIntExact(Integration.USUAL_TIMEOUT.toMillis());

  private final SocketFields fields;
  private final String routeKey;

  private SocketIntegrations(SocketFields fields, String routeKey) {
    this.fields = fields;
    this.routeKey = routeKey;
  }

  /** The integration; a mock, after a diagnostic, where it cannot work. */
  static Integration of(SocketFields fields, String routeKey) {
    SocketIntegrations reading = new SocketIntegrations(fields, routeKey);
    fields.withoutEffect("TlsConfig", "IntegrationSubtype");
    fields.objects("Responses").forEach(each -> each.withoutEffect("ContentHandlingStrategy"));
    return reading.read().orElseGet(() -> AbsentIntegrations.failing(fields.range()));
  }

  private Optional<Integration> read() {
    String type =
        fields.text("IntegrationType").map(text -> text.text().toUpperCase(Locale.ROOT)).orElse("");
    if (type.endsWith("_PROXY") && !fields.objects("Responses").isEmpty()) {
      fields.report(
          DocumentCodes.GM2112,
          fields.range(),
          "integration responses have no effect on an integration of type \"" + type + "\"",
          "remove them: what a proxy answers passes as it is");
    }
    return switch (type) {
      case "MOCK" ->
          Optional.of(new MockIntegration(fields.range(), request(), SocketResponses.of(fields)));
      case "HTTP", "HTTP_PROXY" -> http(type);
      case "AWS", "AWS_PROXY" -> aws(type);
      default -> {
        refuse(
            "IntegrationType",
            "\"" + type + "\" is no type of an integration",
            "write AWS, AWS_PROXY, HTTP, HTTP_PROXY or MOCK");
        yield Optional.empty();
      }
    };
  }

  private Optional<Integration> http(String type) {
    boolean linked =
        fields
            .text("ConnectionType")
            .filter(text -> text.text().equalsIgnoreCase("VPC_LINK"))
            .isPresent();
    Optional<ScalarNode> uri = required("IntegrationUri");
    Optional<ScalarNode> link = linked ? required("ConnectionId") : Optional.empty();
    if (uri.isEmpty() || (linked && link.isEmpty())) {
      return Optional.empty();
    }
    String text = uri.get().text().strip();
    if (!text.matches("(?s)https?://.+|\\$\\{stageVariables\\..+")) {
      refuse(
          "IntegrationUri",
          "\"" + text + "\" is no address that begins with http:// or https://",
          "write the whole address");
      return Optional.empty();
    }
    Endpoint endpoint =
        new Endpoint(
            Optional.of(verb("ANY"))
                .filter(verb -> !verb.equals("ANY"))
                .or(() -> Optional.of("POST")),
            MappingTexts.parse(text, uri.get().range()),
            timeout(),
            link.map(
                id ->
                    new Endpoint.VpcLink(
                        MappingTexts.parseStageVariables(id.text().strip(), id.range()),
                        Optional.empty(),
                        id.range())),
            false,
            false);
    return Optional.of(
        type.equals("HTTP")
            ? new HttpIntegration(fields.range(), endpoint, request(), SocketResponses.of(fields))
            : new HttpProxyIntegration(fields.range(), endpoint, request(), List.of()));
  }

  private Optional<Integration> aws(String type) {
    Optional<ScalarNode> uri = required("IntegrationUri");
    Optional<InvocationArn> arn = uri.flatMap(text -> InvocationArn.of(text.text().strip()));
    if (uri.isEmpty()) {
      return Optional.empty();
    }
    boolean function = arn.filter(InvocationArn::invokesFunction).isPresent();
    if (arn.isEmpty() || (type.equals("AWS_PROXY") && !function)) {
      refuse(
          "IntegrationUri",
          "\"" + uri.get().text() + "\" is no ARN that " + type + " could call",
          "write arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function ARN}"
              + "/invocations");
      return Optional.empty();
    }
    if (!function) {
      return Optional.of(
          new AwsServiceIntegration(
              fields.range(),
              Optional.of(verb("POST")),
              MappingTexts.parse(uri.get().text().strip(), uri.get().range()),
              credentials(),
              timeout(),
              request(),
              SocketResponses.of(fields)));
    }
    MappingText name =
        MappingTexts.parseStageVariables(arn.get().functionName(), uri.get().range());
    Optional<String> post = Optional.of("POST");
    return Optional.of(
        type.equals("AWS")
            ? new LambdaIntegration(
                fields.range(),
                post,
                name,
                credentials(),
                timeout(),
                request(),
                SocketResponses.of(fields))
            : new LambdaProxyIntegration(
                fields.range(), post, name, credentials(), timeout(), false, request(), List.of()));
  }

  private IntegrationRequest request() {
    SocketMappings.Templates templates = SocketMappings.templates(fields, "RequestTemplates");
    PassthroughBehavior written =
        fields
            .choice("PassthroughBehavior", PassthroughBehavior.class)
            .orElse(PassthroughBehavior.WHEN_NO_MATCH);
    boolean refuses =
        written == PassthroughBehavior.NEVER
            || (written == PassthroughBehavior.WHEN_NO_TEMPLATES && templates.some());
    return new IntegrationRequest(
        SocketMappings.ofRequest(fields, routeKey),
        templates.texts(),
        refuses ? PassthroughBehavior.NEVER : PassthroughBehavior.WHEN_NO_MATCH,
        fields.choice("ContentHandlingStrategy", ContentHandling.class),
        List.of(),
        Optional.empty(),
        templates.selection());
  }

  private String verb(String usual) {
    return fields
        .text("IntegrationMethod")
        .map(verb -> verb.text().strip().toUpperCase(Locale.ROOT))
        .orElse(usual);
  }

  private Optional<MappingText> credentials() {
    return fields
        .text("CredentialsArn")
        .map(role -> MappingTexts.parseStageVariables(role.text().strip(), role.range()));
  }

  private Duration timeout() {
    Optional<ScalarNode> written = fields.text("TimeoutInMillis");
    String text = written.map(number -> number.text().strip()).orElse("");
    int millis = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    boolean known = millis >= MINIMUM_MILLIS && millis <= MAXIMUM_MILLIS;
    if (written.isPresent() && !known) {
      refuse(
          "TimeoutInMillis",
          "the timeout is between 50 and 29000 milliseconds, not \"" + text + "\"",
          "write milliseconds in that range");
    }
    return Duration.ofMillis(known ? millis : MAXIMUM_MILLIS);
  }

  private Optional<ScalarNode> required(String property) {
    Optional<ScalarNode> value = fields.text(property).filter(text -> !text.text().isBlank());
    if (value.isEmpty()) {
      refuse(property, "the integration needs \"" + property + "\"", "add it");
    }
    return value;
  }

  private void refuse(String property, String message, String hint) {
    Range range = fields.text(property).map(ScalarNode::range).orElseGet(fields::range);
    fields.report(WebSocketApiCodes.GM2903, range, message, hint);
  }
}
