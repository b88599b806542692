package io.gatemason.generator.emit.waf;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.waf.FieldToMatch;
import io.gatemason.generator.model.waf.WebAclLogging;
import io.gatemason.generator.model.waf.WebAclLogging.Condition;
import io.gatemason.generator.model.waf.WebAclLogging.Filter;
import java.util.List;
import java.util.Locale;

/** Prints what web ACLs write. */
final class LogCode {
  private LogCode() {}

  static CodeBlock of(WebAclLogging logging) {
    CodeBlock.Builder code =
        CodeBlock.builder().add("$T.to($S)", RuntimeTypes.WEB_ACL_LOG, logging.name());
    List<String> redacted = logging.redacted().stream().map(LogCode::part).distinct().toList();
    if (!redacted.isEmpty()) {
      code.add(".redacting($L)", RuleCode.texts(redacted));
    }
    for (Filter filter : logging.filters()) {
      CodeBlock conditions =
          filter.conditions().stream().map(LogCode::condition).collect(CodeBlock.joining(", "));
      code.add(
          ".filtered($T.$L($L, $L))",
          RuntimeTypes.LOG_FILTER,
          filter.keeps() ? "keep" : "drop",
          filter.all(),
          conditions);
    }
    return code.add(logging.keepsOthers() ? "" : ".droppingOthers()").build();
  }

  private static String part(FieldToMatch field) {
    return switch (field.kind()) {
      case URI_PATH -> "path";
      case QUERY_STRING -> "query";
      case METHOD -> "method";
      case SINGLE_HEADER -> "header:" + field.name().toLowerCase(Locale.ROOT);
      default -> throw new IllegalArgumentException("cannot be redacted: " + field.kind());
    };
  }

  private static CodeBlock condition(Condition condition) {
    return CodeBlock.of(
        "$T.$L($S)",
        RuntimeTypes.LOG_FILTER.nestedClass("Condition"),
        condition.label() ? "label" : "action",
        condition.value());
  }
}
