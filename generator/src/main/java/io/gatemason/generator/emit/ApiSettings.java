package io.gatemason.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.http.CorsConfiguration;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.rest.EndpointConfiguration;
import io.gatemason.generator.model.rest.RestApi;
import java.util.ArrayList;
import java.util.List;

/** What is fixed about an API in all its stages, as calls of a builder. */
final class ApiSettings {
  private ApiSettings() {}

  /** Of a REST API. */
  static List<CodeBlock> of(RestApi api) {
    List<CodeBlock> settings = new ArrayList<>();
    if (!api.binaryMediaTypes().isEmpty()) {
      settings.add(CodeBlock.of(".binaryMediaTypes($L)", texts(api.binaryMediaTypes())));
    }
    api.minimumCompressionSizeBytes()
        .ifPresent(bytes -> settings.add(CodeBlock.of(".minimumCompressionSize($L)", bytes)));
    if (api.endpoint().executeApiEndpointDisabled()) {
      settings.add(CodeBlock.of(".executeApiEndpointDisabled()"));
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

  /** Of an HTTP API. */
  static List<CodeBlock> of(HttpApi api) {
    List<CodeBlock> settings = new ArrayList<>();
    settings.add(CodeBlock.of(".httpApi()"));
    api.cors().ifPresent(cors -> settings.add(CodeBlock.of(".cors($L)", cors(cors))));
    if (api.executeApiEndpointDisabled()) {
      settings.add(CodeBlock.of(".executeApiEndpointDisabled()"));
    }
    return settings;
  }

  private static CodeBlock cors(CorsConfiguration cors) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.allowOrigins($L)", RuntimeTypes.CORS, texts(cors.allowOrigins()));
    list(code, "allowMethods", cors.allowMethods());
    list(code, "allowHeaders", cors.allowHeaders());
    list(code, "exposeHeaders", cors.exposeHeaders());
    cors.maxAgeSeconds().ifPresent(seconds -> code.add(".maxAge($L)", seconds));
    if (cors.allowCredentials()) {
      code.add(".allowCredentials()");
    }
    return code.build();
  }

  private static void list(CodeBlock.Builder code, String name, List<String> values) {
    if (!values.isEmpty()) {
      code.add(".$N($S)", name, String.join(",", values));
    }
  }

  private static CodeBlock texts(List<String> values) {
    return values.stream().map(value -> CodeBlock.of("$S", value)).collect(CodeBlock.joining(", "));
  }
}
