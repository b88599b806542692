package io.gatemason.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.jsonschema.Dialect;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.rest.GatewayResponseType;
import io.gatemason.generator.read.rest.ExtensionPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the README's table of features equal to what the code's own lists say. Accept a change with
 * {@code -Dgatemason.accept}.
 */
class ReadmeFeaturesTest {
  private static final Path README = Path.of("../README.md");
  private static final String START =
      "<!-- features: generated from the code's own lists, kept true by a test -->\n";
  private static final String END = "<!-- /features -->";

  @Test
  void tableOfFeaturesSaysWhatTheCodeSays() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf(START) + START.length();
    int end = readme.indexOf(END);
    if (Boolean.getBoolean("gatemason.accept")) {
      Files.writeString(README, readme.substring(0, start) + table() + readme.substring(end));
    } else {
      assertEquals(table(), readme.substring(start, end));
    }
  }

  private static String table() {
    return """
    | What | Which |
    |---|---|
    | Extensions read | %s |
    | Integrations in the model | %s |
    | Gateway responses | %s |
    | Schema dialects of request validation | %s |
    | Refused with a diagnostic until they work | %s |
    | Without effect, with a warning, until they work | %s |
    """
        .formatted(
            codes(ExtensionPlaces.names().stream()),
            codes(
                Arrays.stream(Integration.class.getPermittedSubclasses())
                    .map(type -> type.getSimpleName().replace("Integration", ""))),
            codes(Arrays.stream(GatewayResponseType.values()).map(Enum::name)),
            codes(Arrays.stream(Dialect.values()).map(Enum::name)),
            unsupported(Severity.ERROR),
            unsupported(Severity.WARNING));
  }

  private static String unsupported(Severity severity) {
    return DiagnosticCode.all().stream()
        .filter(code -> code.unsupported() && code.severity() == severity)
        .map(code -> code.title().replace(" not supported yet", "") + " (" + code + ")")
        .collect(Collectors.joining(", "));
  }

  private static String codes(Stream<String> names) {
    return names
        .map(
            name ->
                name.toLowerCase(Locale.ROOT).startsWith("x-")
                    ? name.substring("x-amazon-apigateway-".length())
                    : name)
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", "));
  }
}
