package io.gatemason.generator.emit.waf;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.waf.FieldToMatch;
import io.gatemason.generator.model.waf.FieldToMatch.Selection;
import io.gatemason.generator.model.waf.TextMatch;
import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.Locale;

/**
 * Prints which texts of a request are tested.
 *
 * @param rule the rule's name
 * @param members of the class
 */
record FieldExpression(String rule, ClassMembers members) {

  CodeBlock of(TextMatch text) {
    return CodeBlock.of("request.$L$L", field(text), transformed(text.transformations()));
  }

  /** The transformations of a field. */
  static CodeBlock transformed(List<Placed<String>> transformations) {
    CodeBlock steps =
        transformations.stream()
            .map(Placed::value)
            .filter(name -> !name.equals("NONE"))
            .map(name -> CodeBlock.of("$T.$L", RuntimeTypes.TEXT_TRANSFORMATION, name))
            .collect(CodeBlock.joining(", "));
    return steps.isEmpty() ? steps : CodeBlock.of(".as($L)", steps);
  }

  private CodeBlock field(TextMatch text) {
    FieldToMatch field = text.field();
    CodeBlock oversize = CodeBlock.of("$T.$L", RuntimeTypes.OVERSIZE, field.oversize());
    return switch (field.kind()) {
      case METHOD -> CodeBlock.of("method()");
      case URI_PATH -> CodeBlock.of("uriPath()");
      case QUERY_STRING -> CodeBlock.of("queryString()");
      case SINGLE_QUERY_ARGUMENT ->
          CodeBlock.of(
              "arguments($L).named($S)", prepared(text), field.name().toLowerCase(Locale.ROOT));
      case ALL_QUERY_ARGUMENTS -> CodeBlock.of("arguments($L).values()", prepared(text));
      case SINGLE_HEADER -> CodeBlock.of("header($S)", field.name().toLowerCase(Locale.ROOT));
      case HEADERS ->
          CodeBlock.of("headers($L, $L, $L)", selection(field, true), scope(field), oversize);
      case COOKIES ->
          CodeBlock.of("cookies($L, $L, $L)", selection(field, false), scope(field), oversize);
      case HEADER_ORDER -> CodeBlock.of("headerOrder($L)", oversize);
      case BODY -> CodeBlock.of("body($L)", oversize);
      case JSON_BODY -> CodeBlock.of("json($N, $L)", json(field), oversize);
      case URI_FRAGMENT, JA3_FINGERPRINT, JA4_FINGERPRINT ->
          throw new IllegalArgumentException("no gateway sees " + field.kind());
    };
  }

  private static CodeBlock prepared(TextMatch text) {
    return text.preparations().stream()
        .map(Placed::value)
        .filter(name -> !name.equals("NONE"))
        .map(name -> CodeBlock.of("$T.$L", RuntimeTypes.PRE_PARSING, name))
        .collect(CodeBlock.joining(", "));
  }

  private static CodeBlock scope(FieldToMatch field) {
    return CodeBlock.of("$T.$L", RuntimeTypes.MATCH_SCOPE, field.scope());
  }

  private String selection(FieldToMatch field, boolean lowerCase) {
    Selection selection = field.selection().orElseThrow();
    List<String> names =
        selection.names().stream()
            .map(Placed::value)
            .map(name -> lowerCase ? name.toLowerCase(Locale.ROOT) : name)
            .distinct()
            .toList();
    CodeBlock code =
        selection.excluded() && names.isEmpty()
            ? CodeBlock.of("$T.ALL", RuntimeTypes.WAF_SELECTION)
            : CodeBlock.of(
                "$T.$L($L)",
                RuntimeTypes.WAF_SELECTION,
                selection.excluded() ? "except" : "only",
                RuleCode.texts(names));
    String kind = lowerCase ? "_HEADERS" : "_COOKIES";
    return members.constant(RuntimeTypes.WAF_SELECTION, Names.constant(rule) + kind, code);
  }

  private String json(FieldToMatch field) {
    Selection selection = field.selection().orElseThrow();
    CodeBlock invalid =
        CodeBlock.of(
            "$T.$L",
            RuntimeTypes.JSON_INSPECTION.nestedClass("Invalid"),
            field.invalid().map(Enum::name).orElse("INSPECT_UP_TO_THERE"));
    CodeBlock code =
        selection.excluded()
            ? CodeBlock.of("$T.all($L, $L)", RuntimeTypes.JSON_INSPECTION, scope(field), invalid)
            : CodeBlock.of(
                "$T.below($L, $L, $L)",
                RuntimeTypes.JSON_INSPECTION,
                scope(field),
                invalid,
                RuleCode.texts(selection.names().stream().map(Placed::value).toList()));
    return members.constant(RuntimeTypes.JSON_INSPECTION, Names.constant(rule) + "_JSON", code);
  }
}
