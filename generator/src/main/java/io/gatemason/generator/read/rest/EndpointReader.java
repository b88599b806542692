package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.Endpoint;
import io.gatemason.generator.model.Endpoint.VpcLink;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.mapping.MappingTexts;
import io.gatemason.generator.source.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an HTTP backend is reached (docs/behaviour/import.md#integrations,
 * docs/behaviour/integrations.md#uri, docs/behaviour/integrations.md#vpc-links). Behind a VPC link
 * the scheme may be missing and is then {@code http}.
 */
final class EndpointReader {
  private final OpenApiDocument document;
  private final MethodSite site;

  EndpointReader(OpenApiDocument document, MethodSite site) {
    this.document = document;
    this.site = site;
  }

  Endpoint read(Fields fields, Optional<String> verb, Duration timeout) {
    Optional<VpcLink> link = vpcLink(fields);
    boolean skip =
        fields
            .object("tlsConfig")
            .map(
                tls -> {
                  tls.allow(List.of("insecureSkipVerification", "serverNameToVerify"));
                  HttpApiMarks.warnIgnored(document, tls.node(), "serverNameToVerify", "remove it");
                  return tls.bool("insecureSkipVerification");
                })
            .orElse(false);
    return new Endpoint(
        verb,
        uri(fields, link.isPresent()),
        timeout,
        link,
        skip,
        IntegrationExtension.isStreamed(fields));
  }

  /** An integration without a URI has an empty one here, which a check reports. */
  private static MappingText uri(Fields fields, boolean linked) {
    Optional<ScalarNode> written = fields.text("uri");
    String text = written.map(uri -> uri.text().strip()).orElse("");
    boolean bare = linked && !text.isEmpty() && !text.contains("://") && !text.startsWith("$");
    return MappingTexts.parse(
        bare ? "http://" + text : text,
        written.map(ScalarNode::range).orElse(fields.range("type")));
  }

  private Optional<VpcLink> vpcLink(Fields fields) {
    boolean linked =
        fields
            .choice("connectionType", List.of("INTERNET", "VPC_LINK"))
            .filter("VPC_LINK"::equals)
            .isPresent();
    Optional<ScalarNode> id = fields.text("connectionId");
    if (linked && id.isEmpty()) {
      document.report(
          DocumentCodes.GM2171,
          fields.range("connectionType"),
          site.integrationProblem("connection type \"VPC_LINK\" needs \"connectionId\""),
          "add connectionId with the id of the link, or a stage variable");
    }
    if (!linked && id.isPresent()) {
      document.report(
          DocumentCodes.GM2112,
          id.get().range(),
          "\"connectionId\" has no effect without connectionType \"VPC_LINK\"",
          "add connectionType: VPC_LINK, or remove it");
    }
    Optional<String> target =
        fields.string("integration-target").or(() -> fields.string("integrationTarget"));
    return linked
        ? id.map(
            node ->
                new VpcLink(
                    MappingTexts.parseStageVariables(node.text().strip(), node.range()),
                    target,
                    node.range()))
        : Optional.empty();
  }
}
