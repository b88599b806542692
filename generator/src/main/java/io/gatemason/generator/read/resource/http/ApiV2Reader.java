package io.gatemason.generator.read.resource.http;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP or WebSocket API. What it sets was laid over its document, with which it is read; without
 * a document it is not generated yet.
 */
public final class ApiV2Reader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::ApiGatewayV2::Api");
  }

  @Override
  public Properties takes() {
    return HttpParts.API;
  }

  @Override
  public Properties describes() {
    return Properties.of("Description", "IpAddressType", "Tags", "Version");
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    Optional<ScalarNode> protocol = resource.fields().text("ProtocolType");
    boolean messages = protocol.filter(t -> t.text().equalsIgnoreCase("WEBSOCKET")).isPresent();
    if (!messages && draft.apiOf(resource).isEmpty()) {
      resource.report(
          DiagnosticCode.GM2190,
          resource.range(),
          "HTTP API \""
              + resource.logicalId()
              + "\" has no document, and routes that are"
              + " resources are not supported yet",
          "write its document into the source folder and name it by BodyS3Location, or allow "
              + DiagnosticCode.GM2190
              + " to go without this API");
    }
  }
}
