package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.HttpIntegration;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.MockIntegration;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The backend of a method, written in place or under {@code
 * components.x-amazon-apigateway-integrations} and referred to
 * (docs/behaviour/import.md#extensions, docs/behaviour/import.md#integrations,
 * docs/behaviour/integrations.md#uri, docs/behaviour/import.md#errors).
 */
final class IntegrationExtension {
  /** The extension's name. */
  static final String NAME = "x-amazon-apigateway-integration";

  /** The extension of the components that holds integrations to refer to. */
  static final String SHARED = "x-amazon-apigateway-integrations";

  private static final List<String> TYPES =
      List.of("AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK");
  private static final List<String> VERBS = HttpMethod.names();
  private static final List<String> KNOWN =
      List.of(
          "type",
          "httpMethod",
          "uri",
          "credentials",
          "connectionType",
          "connectionId",
          "integration-target",
          "integrationTarget",
          "requestParameters",
          "requestTemplates",
          "passthroughBehavior",
          "contentHandling",
          "responses",
          "cacheNamespace",
          "cacheKeyParameters",
          "timeoutInMillis",
          "tlsConfig",
          "payloadFormatVersion",
          "responseTransferMode",
          "description");

  private static final String INTO_RESPONSE = "move it into an entry of \"responses\"";
  private static final Map<String, String> OF_RESPONSES =
      Map.of(
          "default", "move it below \"responses\"",
          "statusCode", INTO_RESPONSE,
          "responseParameters", INTO_RESPONSE,
          "responseTemplates", INTO_RESPONSE);

  private final OpenApiDocument document;
  private final MethodSite site;

  IntegrationExtension(OpenApiDocument document, MethodSite site) {
    this.document = document;
    this.site = site;
  }

  /** The integration; empty, with a diagnostic, where there is none or it cannot be read. */
  Optional<Integration> read() {
    if (site.operation().value(NAME).isEmpty()) {
      document.report(
          DocumentCodes.GM2170,
          misspelled()
              .map(ObjectNode.Member::key)
              .map(ScalarNode::range)
              .orElse(site.key().range()),
          "No integration defined for method %s %s".formatted(site.verb(), site.pathText()),
          misspelled().isPresent()
              ? "write \"" + NAME + "\""
              : "add " + NAME + "; a mock answers without a backend");
      return Optional.empty();
    }
    Optional<Fields> extension = site.operation().resolved(NAME);
    if (site.operation().value(NAME).flatMap(document::resolve).isEmpty()) {
      problem(
          DocumentCodes.GM2170,
          site.operation().range(NAME),
          "the integration is not found",
          "write the integration in place, or define what is referred to");
    }
    extension.ifPresent(fields -> fields.allow(KNOWN, OF_RESPONSES));
    String title = "the integration of " + site.verb() + " " + site.pathText();
    return extension
        .map(fields -> document.fields(fields.node(), title))
        .flatMap(
            fields -> {
              if (fields.value("type").isEmpty()) {
                problem(
                    DocumentCodes.GM2171,
                    fields.range(),
                    "\"type\" is missing",
                    "add type: http_proxy, http, mock, aws_proxy or aws");
              }
              return fields.choice("type", TYPES).flatMap(type -> read(fields, type));
            });
  }

  /** The extension that was meant to be the integration; its own name is reported elsewhere. */
  private Optional<ObjectNode.Member> misspelled() {
    return site.operation().members().stream()
        .filter(member -> member.name().startsWith("x-"))
        .filter(member -> DidYouMean.closest(member.name(), List.of(NAME)).isPresent())
        .findFirst();
  }

  static boolean isStreamed(Fields fields) {
    return fields
        .choice("responseTransferMode", List.of("BUFFERED", "STREAM"))
        .filter("STREAM"::equals)
        .isPresent();
  }

  private Optional<Integration> read(Fields fields, String type) {
    new UnusedSettings(document).warn(fields, type);
    IntegrationRequest request = new IntegrationRequestReader(document, site).read(fields, type);
    List<IntegrationResponse> responses =
        new IntegrationResponsesReader(document, site).read(fields);
    if (type.equals("MOCK")) {
      return Optional.of(new MockIntegration(fields.range(), request, responses));
    }
    Duration timeout = new TimeoutReader(document, site).read(fields);
    if (type.equals("AWS_PROXY")) {
      return new AwsIntegrationReader(document, site).proxy(fields, timeout, request, responses);
    }
    Optional<String> verb = verb(fields, type);
    if (type.equals("AWS")) {
      return new AwsIntegrationReader(document, site)
          .custom(fields, verb, timeout, request, responses);
    }
    var endpoint = new EndpointReader(document, site).read(fields, verb, timeout);
    return Optional.of(
        type.equals("HTTP")
            ? new HttpIntegration(fields.range(), endpoint, request, responses)
            : new HttpProxyIntegration(fields.range(), endpoint, request, responses));
  }

  /** The backend's verb; empty for the client's own. */
  private Optional<String> verb(Fields fields, String type) {
    if (fields.value("httpMethod").isEmpty()) {
      problem(
          DocumentCodes.GM2172,
          fields.range("type"),
          "Enumeration value for HttpMethod must be non-empty: type \""
              + type
              + "\" needs \"httpMethod\"",
          "add httpMethod with the backend's verb, or ANY for the client's");
    }
    return fields.choice("httpMethod", VERBS).filter(verb -> !verb.equals("ANY"));
  }

  private void problem(DiagnosticCode code, Range range, String reason, String hint) {
    document.report(code, range, site.integrationProblem(reason), hint);
  }
}
