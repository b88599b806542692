package io.gatemason.generator.emit.rest;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.SourceValues;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.ContextNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the template of a gateway response into an expression. These templates know substitution
 * only: {@code $context.x}, {@code $stageVariables.x} and {@code $method.request.place.x}, with or
 * without braces.
 */
final class GatewayTemplates {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$(\\{?)(?:(context|stageVariables)\\.([A-Za-z0-9_]+(?:\\.[A-Za-z0-9_]+)*)"
              + "|method\\.request\\.(header|querystring|path)\\.([A-Za-z0-9_-]+))(\\}?)");

  private GatewayTemplates() {}

  static CodeBlock expression(String template, String mediaType) {
    boolean json = mediaType.toLowerCase(Locale.ROOT).contains("json");
    List<CodeBlock> pieces = new ArrayList<>();
    Matcher matcher = REFERENCE.matcher(template);
    int at = 0;
    while (matcher.find()) {
      boolean braced = !matcher.group(1).isEmpty();
      if (braced && matcher.group(6).isEmpty()) {
        continue;
      }
      int end = braced || matcher.group(6).isEmpty() ? matcher.end() : matcher.end() - 1;
      if (matcher.start() > at) {
        pieces.add(CodeBlock.of("$S", template.substring(at, matcher.start())));
      }
      pieces.add(value(matcher, json && insideQuotes(template, matcher.start())));
      at = end;
    }
    if (at < template.length() || pieces.isEmpty()) {
      pieces.add(CodeBlock.of("$S", template.substring(at)));
    }
    return CodeBlock.join(pieces, " + ");
  }

  private static CodeBlock value(Matcher reference, boolean quoted) {
    if (reference.group(4) != null) {
      String accessor =
          switch (reference.group(4)) {
            case "header" -> "header";
            case "querystring" -> "queryParameter";
            default -> "pathParameter";
          };
      return text(CodeBlock.of("exchange.$N($S)", accessor, reference.group(5)));
    }
    String name = reference.group(3);
    if (reference.group(2).equals("stageVariables")) {
      return CodeBlock.of("exchange.stageVariableText($S)", name);
    }
    return switch (name) {
      case "error.messageString" -> CodeBlock.of("answer.messageString()");
      case "error.message" -> CodeBlock.of("answer.message()");
      case "error.validationErrorString" ->
          quoted
              ? CodeBlock.of(
                  "$T.jsonEscaped($L)",
                  RuntimeTypes.GATEWAY_ANSWER,
                  SourceValues.contextVariable(name))
              : text(SourceValues.contextVariable(name));
      case "responseType" -> text(SourceValues.contextVariable("error.responseType"));
      default ->
          ContextNames.mappable(name)
              ? text(SourceValues.contextVariable(name))
              : CodeBlock.of("$S", "");
    };
  }

  private static CodeBlock text(CodeBlock values) {
    return CodeBlock.of("$T.text($L, $S)", RuntimeTypes.EXCHANGE, values, "");
  }

  /** Whether an odd number of unescaped double quotes stands before a place. */
  private static boolean insideQuotes(String template, int end) {
    boolean inside = false;
    for (int i = 0; i < end; i++) {
      if (template.charAt(i) == '\\') {
        i++;
      } else if (template.charAt(i) == '"') {
        inside = !inside;
      }
    }
    return inside;
  }
}
