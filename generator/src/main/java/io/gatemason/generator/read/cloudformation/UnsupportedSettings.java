package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * Reports what a template says of an API and is not supported yet: one diagnostic per use. What
 * only describes, or decides over the managed service's own machines, is no use.
 */
public final class UnsupportedSettings {
  private static final List<String> API =
      List.of(
          "AccessLogSetting",
          "CacheClusterEnabled",
          "CanarySetting",
          "ClientCertificateId",
          "Cors",
          "Domain",
          "GatewayResponses",
          "MethodSettings",
          "Models",
          "TracingEnabled");
  private static final List<String> STAGE =
      List.of(
          "AccessLogSetting",
          "CacheClusterEnabled",
          "CanarySetting",
          "ClientCertificateId",
          "MethodSettings",
          "TracingEnabled");

  /** The variables of a stage that is described here are read. */
  private static final List<String> DEPLOYMENT = List.of("DeploymentCanarySettings");

  /** Resources that would change the API. */
  private static final List<String> PARTS =
      List.of(
          "AWS::ApiGateway::Authorizer",
          "AWS::ApiGateway::GatewayResponse",
          "AWS::ApiGateway::Method",
          "AWS::ApiGateway::Model",
          "AWS::ApiGateway::RequestValidator",
          "AWS::ApiGateway::Resource",
          "AWS::ApiGateway::BasePathMapping");

  private final ApiResource api;
  private final Diagnostics diagnostics;

  private UnsupportedSettings(ApiResource api, Diagnostics diagnostics) {
    this.api = api;
    this.diagnostics = diagnostics;
  }

  /** Reports the uses around one API. */
  public static void report(ApiResource api, Diagnostics diagnostics) {
    new UnsupportedSettings(api, diagnostics).report();
  }

  private void report() {
    String type = api.template().resourceType(api.logicalId());
    API.forEach(name -> setting(type, name, api.property(name)));
    setting(type, "Parameters.basepath", basePath());
    api.property("Auth")
        .ifPresent(value -> report(DiagnosticCode.GM3925, quoted("Auth", type), value.range()));
    settings("AWS::ApiGateway::Stage", STAGE);
    settings("AWS::ApiGateway::Deployment", DEPLOYMENT);
    for (String part : PARTS) {
      api.resources(part)
          .forEach(id -> report(DiagnosticCode.GM3924, part, api.template().resourceRange(id)));
    }
  }

  /** What becomes of the document's base path, where that is not what the build does anyway. */
  private Optional<Node> basePath() {
    return api.property("Parameters")
        .flatMap(Node::asObject)
        .flatMap(parameters -> parameters.get("basepath"))
        .filter(node -> !node.asScalar().map(ScalarNode::text).equals(Optional.of("ignore")));
  }

  private void settings(String type, List<String> names) {
    api.resources(type)
        .forEach(
            id -> names.forEach(name -> setting(type, name, api.template().written(id, name))));
  }

  private void setting(String type, String name, Optional<Node> value) {
    value
        .filter(node -> !isOff(node))
        .ifPresent(node -> report(DiagnosticCode.GM3924, quoted(name, type), node.range()));
  }

  private static boolean isOff(Node value) {
    return value.isNull()
        || value.asScalar().map(ScalarNode::text).filter("false"::equalsIgnoreCase).isPresent();
  }

  private static String quoted(String name, String type) {
    return "\"" + name + "\" of " + type;
  }

  private void report(DiagnosticCode code, String what, Range range) {
    diagnostics.report(
        code,
        range,
        what + " is not supported yet",
        code == DiagnosticCode.GM3925
            ? "write authorizers into the document, or allow " + code + " to leave the API open"
            : "it has no effect; remove it, or allow " + code);
  }
}
