package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.http.CorsConfiguration;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code x-amazon-apigateway-cors} (docs/behaviour/http-api.md#cors). */
final class CorsReader {
  /** The extension's name. */
  static final String NAME = "x-amazon-apigateway-cors";

  private static final int LONGEST_SECONDS = 86_400;
  private static final Set<String> WILD = Set.of("*", "http://*", "https://*");
  private static final List<String> KNOWN =
      List.of(
          "allowOrigins",
          "allowCredentials",
          "exposeHeaders",
          "maxAge",
          "allowMethods",
          "allowHeaders");

  private CorsReader() {}

  static Optional<CorsConfiguration> read(OpenApiDocument document) {
    Optional<Fields> extension = document.fields().object(NAME);
    extension.ifPresent(fields -> fields.allow(KNOWN));
    return extension.map(fields -> read(document, fields));
  }

  private static CorsConfiguration read(OpenApiDocument document, Fields fields) {
    CorsConfiguration cors =
        new CorsConfiguration(
            fields.range(),
            texts(fields, "allowOrigins"),
            texts(fields, "allowMethods"),
            texts(fields, "allowHeaders"),
            texts(fields, "exposeHeaders"),
            maxAge(document, fields),
            fields.bool("allowCredentials"));
    if (cors.allowCredentials() && cors.allowOrigins().contains("*")) {
      document.report(
          HttpApiCodes.GM2809,
          fields.range("allowCredentials"),
          "\"allowCredentials\" cannot be true where \"allowOrigins\" is \"*\"",
          "name the origins, or remove allowCredentials");
    }
    for (ScalarNode origin : fields.texts("allowOrigins")) {
      if (origin.text().contains("*") && !WILD.contains(origin.text())) {
        document.report(
            HttpApiCodes.GM2809,
            origin.range(),
            "\"" + origin.text() + "\" is no origin, and no pattern of one",
            "write an origin as browsers send it, *, http://* or https://*");
      }
    }
    return cors;
  }

  private static List<String> texts(Fields fields, String name) {
    return fields.texts(name).stream().map(ScalarNode::text).toList();
  }

  private static OptionalInt maxAge(OpenApiDocument document, Fields fields) {
    OptionalInt seconds = fields.integer("maxAge");
    if (seconds.isPresent() && (seconds.getAsInt() < -1 || seconds.getAsInt() > LONGEST_SECONDS)) {
      document.report(
          HttpApiCodes.GM2809,
          fields.range("maxAge"),
          "\"maxAge\" is between -1 and 86400 seconds, not " + seconds.getAsInt(),
          "write seconds in that range");
      return OptionalInt.empty();
    }
    return seconds;
  }
}
