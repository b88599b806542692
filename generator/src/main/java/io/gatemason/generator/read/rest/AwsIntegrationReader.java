package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.LambdaIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.mapping.InvocationArn;
import io.gatemason.generator.read.mapping.MappingTexts;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Integrations of types {@code aws} and {@code aws_proxy}: what is called is an ARN. */
final class AwsIntegrationReader {
  private final OpenApiDocument document;
  private final MethodSite site;

  AwsIntegrationReader(OpenApiDocument document, MethodSite site) {
    this.document = document;
    this.site = site;
  }

  Optional<Integration> custom(
      Fields fields,
      Optional<String> verb,
      Duration timeout,
      IntegrationRequest request,
      List<IntegrationResponse> responses) {
    Optional<ScalarNode> written = uri(fields, "AWS");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    ScalarNode uri = written.get();
    Optional<InvocationArn> arn = InvocationArn.of(uri.text().strip());
    if (arn.isEmpty()) {
      refuseArn(uri);
      return Optional.empty();
    }
    if (arn.get().invokesFunction()) {
      warnUnlessPost(fields, verb);
    }
    Optional<MappingText> credentials = credentials(fields);
    MappingText text =
        arn.get().invokesFunction()
            ? function(arn.get(), uri.range())
            : MappingTexts.parse(uri.text().strip(), uri.range());
    return Optional.of(
        arn.get().invokesFunction()
            ? new LambdaIntegration(
                fields.range(), verb, text, credentials, timeout, request, responses)
            : new AwsServiceIntegration(
                fields.range(), verb, text, credentials, timeout, request, responses));
  }

  /**
   * A wrong verb makes the service answer 500 to every request
   * (docs/behaviour/integrations.md#failures).
   */
  private void warnUnlessPost(Fields fields, Optional<String> verb) {
    verb.filter(method -> !method.equals("POST"))
        .ifPresent(
            method ->
                document.report(
                    DocumentCodes.GM2182,
                    fields.range("httpMethod"),
                    "functions are invoked by POST: with httpMethod \""
                        + method
                        + "\" every request is answered with 500",
                    "write httpMethod: POST; the client's verb is no matter of it"));
  }

  private MappingText function(InvocationArn arn, Range range) {
    if (arn.lacksAccount()) {
      document.report(
          ApiCodes.GM3702,
          range,
          "the function's ARN names no account: \""
              + arn.function()
              + "\"; the function is"
              + " looked for in the account and region of the gateway",
          "write arn:aws:lambda:{region}:{account}:function:" + arn.functionName());
    }
    return MappingTexts.parseStageVariables(arn.functionName(), range);
  }

  private static Optional<MappingText> credentials(Fields fields) {
    return fields
        .text("credentials")
        .map(role -> MappingTexts.parseStageVariables(role.text().strip(), role.range()));
  }

  private void refuseArn(ScalarNode uri) {
    String reason =
        uri.text().contains(":apigateway:")
            ? "AWS ARN for integration must contain path or action"
            : "Invalid ARN specified in the request";
    problem(
        DocumentCodes.GM2173,
        uri.range(),
        reason + ": \"" + uri.text() + "\"",
        "write arn:aws:apigateway:{region}:{service}:path/… or …:action/…");
  }

  Optional<Integration> proxy(
      Fields fields,
      Duration timeout,
      IntegrationRequest request,
      List<IntegrationResponse> responses) {
    Optional<ScalarNode> uri = uri(fields, "AWS_PROXY");
    Optional<InvocationArn> arn = uri.flatMap(u -> InvocationArn.of(u.text().strip()));
    uri.filter(u -> arn.isEmpty() || !arn.get().invokesFunction())
        .ifPresent(u -> refuseProxy(u, arn.isPresent() && !u.text().contains(":lambda:path/")));
    Optional<String> verb =
        fields.string("httpMethod").map(method -> method.toUpperCase(Locale.ROOT));
    warnUnlessPost(fields, verb.filter(method -> !method.equals("ANY")));
    return uri.flatMap(
        u ->
            arn.filter(InvocationArn::invokesFunction)
                .map(
                    a ->
                        new LambdaProxyIntegration(
                            fields.range(),
                            verb,
                            function(a, u.range()),
                            credentials(fields),
                            timeout,
                            a.streaming() || IntegrationExtension.isStreamed(fields),
                            request,
                            responses)));
  }

  private void refuseProxy(ScalarNode uri, boolean service) {
    problem(
        service ? DocumentCodes.GM2174 : DocumentCodes.GM2173,
        uri.range(),
        service
            ? "Integrations of type 'AWS_PROXY' currently only supports Lambda function and"
                + " Firehose stream invocations, but \"aws_proxy\" names \""
                + uri.text()
                + "\""
            : "Invalid function ARN or invalid uri: \"" + uri.text() + "\"",
        "write arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function ARN}"
            + "/invocations"
            + (service ? ", or use type: aws" : ""));
  }

  private Optional<ScalarNode> uri(Fields fields, String type) {
    Optional<ScalarNode> uri = fields.text("uri");
    if (uri.isEmpty()) {
      problem(
          DocumentCodes.GM2171,
          fields.range("type"),
          "integration type \"" + type + "\" needs \"uri\"",
          "add uri: arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function ARN}"
              + "/invocations");
    }
    return uri;
  }

  private void problem(DiagnosticCode code, Range range, String reason, String hint) {
    document.report(code, range, site.integrationProblem(reason), hint);
  }
}
