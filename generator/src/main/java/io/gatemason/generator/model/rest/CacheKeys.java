package io.gatemason.generator.model.rest;

import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.PathParameter;
import io.gatemason.generator.model.ParameterMapping.QueryParameter;
import io.gatemason.generator.model.ParameterMapping.RequestHeader;
import io.gatemason.generator.model.ParameterMapping.Source;
import java.util.Optional;

/**
 * What the names of cache key parameters stand for. All values of a repeated parameter count, so
 * that no answer is given to another question.
 */
public final class CacheKeys {
  private static final String METHOD = "method.request.";
  private static final String INTEGRATION = "integration.request.";

  private CacheKeys() {}

  /**
   * Where the value of a cache key comes from: {@code method.request.path.id}, {@code
   * method.request.querystring.page}, {@code method.request.header.Accept}, or the same of {@code
   * integration.request}, which stands for what is mapped to it; empty for anything else.
   */
  public static Optional<Source> source(IntegrationRequest request, String name) {
    if (name.startsWith(INTEGRATION)) {
      return mapped(request, name.substring(INTEGRATION.length()));
    }
    return name.startsWith(METHOD) ? sent(name.substring(METHOD.length())) : Optional.empty();
  }

  private static Optional<Source> sent(String name) {
    return after(name, "path.")
        .<Source>map(PathParameter::new)
        .or(() -> after(name, "querystring.").map(rest -> new QueryParameter(rest, true)))
        .or(() -> after(name, "header.").map(rest -> new RequestHeader(rest, true)));
  }

  private static Optional<Source> mapped(IntegrationRequest request, String name) {
    return request.parameters().stream()
        .filter(mapping -> name(mapping).equalsIgnoreCase(name))
        .map(ParameterMapping::source)
        .findFirst();
  }

  private static String name(ParameterMapping mapping) {
    return switch (mapping.target()) {
      case REQUEST_HEADER, RESPONSE_HEADER -> "header." + mapping.name();
      case REQUEST_QUERYSTRING -> "querystring." + mapping.name();
      case REQUEST_PATH -> "path." + mapping.name();
    };
  }

  private static Optional<String> after(String name, String prefix) {
    return name.startsWith(prefix) && name.length() > prefix.length()
        ? Optional.of(name.substring(prefix.length()))
        : Optional.empty();
  }
}
