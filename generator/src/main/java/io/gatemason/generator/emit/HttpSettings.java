package io.gatemason.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ApiSettings;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.http.CorsConfiguration;
import io.gatemason.generator.model.http.HttpApi;
import java.util.ArrayList;
import java.util.List;

/** What is fixed about HTTP APIs. */
final class HttpSettings implements ApiSettings {

  @Override
  public List<CodeBlock> of(Api api) {
    return api instanceof HttpApi http ? settings(http) : List.of();
  }

  private static List<CodeBlock> settings(HttpApi api) {
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
            .add("$T.allowOrigins($L)", RuntimeTypes.CORS, ApiSettings.texts(cors.allowOrigins()));
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
}
