package io.gatemason.generator.emit.waf;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.waf.ForwardedIp;
import io.gatemason.generator.model.waf.RateKey;
import io.gatemason.generator.model.waf.Statement.RateBased;
import java.util.Locale;

/** Prints limits of rate-based rules. */
final class RateCode {
  private RateCode() {}

  static CodeBlock of(RateBased rate, CodeBlock scope) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($L, $L)",
                RuntimeTypes.WAF_RATE_LIMIT,
                rate.limit().value(),
                rate.seconds().value());
    if (rate.scope().isPresent()) {
      code.add(".within($L)", scope);
    }
    switch (rate.by()) {
      case IP -> code.add(".byAddress()");
      case FORWARDED_IP -> code.add(forwarded(rate.forwarded().orElseThrow()));
      case CUSTOM_KEYS -> rate.keys().forEach(key -> code.add(key(key, rate)));
      case CONSTANT -> {}
    }
    return code.build();
  }

  private static CodeBlock key(RateKey key, RateBased rate) {
    return switch (key.kind()) {
      case IP -> CodeBlock.of(".byAddress()");
      case FORWARDED_IP -> forwarded(rate.forwarded().orElseThrow());
      case LABEL_NAMESPACE -> CodeBlock.of(".byLabels($S)", key.name());
      default ->
          CodeBlock.of(
              ".by(request -> request.$L$L)",
              field(key),
              FieldExpression.transformed(key.transformations()));
    };
  }

  private static CodeBlock field(RateKey key) {
    String lowerName = key.name().toLowerCase(Locale.ROOT);
    return switch (key.kind()) {
      case HEADER -> CodeBlock.of("header($S)", lowerName);
      case COOKIE -> CodeBlock.of("cookie($S)", key.name());
      case QUERY_ARGUMENT -> CodeBlock.of("arguments().named($S)", lowerName);
      case QUERY_STRING -> CodeBlock.of("queryString()");
      case URI_PATH -> CodeBlock.of("uriPath()");
      case HTTP_METHOD -> CodeBlock.of("method()");
      default -> throw new IllegalArgumentException("no field of a request: " + key.kind());
    };
  }

  private static CodeBlock forwarded(ForwardedIp forwarded) {
    return CodeBlock.of(
        ".byForwarded($S, $T.$L)",
        forwarded.header(),
        RuntimeTypes.WAF_FALLBACK,
        forwarded.match() ? "MATCH" : "NO_MATCH");
  }
}
