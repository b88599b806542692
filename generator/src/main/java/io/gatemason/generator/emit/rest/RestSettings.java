package io.gatemason.generator.emit.rest;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ApiSettings;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.rest.EndpointConfiguration;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.websocket.WebSocketApi;
import java.util.ArrayList;
import java.util.List;

/** What is fixed about REST APIs, and about WebSocket APIs. */
public final class RestSettings implements ApiSettings {
  private static final CodeBlock ENDPOINT_DISABLED = CodeBlock.of(".executeApiEndpointDisabled()");

  @Override
  public List<CodeBlock> of(Api api) {
    if (api instanceof RestApi rest) {
      return settings(rest);
    }
    return api instanceof WebSocketApi && api.executeApiEndpointDisabled()
        ? List.of(ENDPOINT_DISABLED)
        : List.of();
  }

  private static List<CodeBlock> settings(RestApi api) {
    List<CodeBlock> settings = new ArrayList<>();
    if (!api.binaryMediaTypes().isEmpty()) {
      settings.add(
          CodeBlock.of(".binaryMediaTypes($L)", ApiSettings.texts(api.binaryMediaTypes())));
    }
    api.minimumCompressionSizeBytes()
        .ifPresent(bytes -> settings.add(CodeBlock.of(".minimumCompressionSize($L)", bytes)));
    if (api.endpoint().executeApiEndpointDisabled()) {
      settings.add(ENDPOINT_DISABLED);
    }
    CodeBlock endpoint = endpoint(api.endpoint());
    if (!endpoint.isEmpty()) {
      settings.add(CodeBlock.of(".endpoint($T.PUBLIC$L)", RuntimeTypes.API_ENDPOINT, endpoint));
    }
    return settings;
  }

  private static CodeBlock endpoint(EndpointConfiguration endpoint) {
    CodeBlock.Builder code = CodeBlock.builder();
    endpoint.isPrivate().ifPresent(range -> code.add(".privately()"));
    if (endpoint.isRegional() && endpoint.isPrivate().isEmpty()) {
      code.add(".regional()");
    }
    endpoint
        .accessMode()
        .filter(mode -> mode.text().equalsIgnoreCase("STRICT"))
        .ifPresent(mode -> code.add(".strictAccess()"));
    endpoint.securityPolicy().ifPresent(policy -> code.add(".securityPolicy($S)", policy.text()));
    return code.build();
  }
}
