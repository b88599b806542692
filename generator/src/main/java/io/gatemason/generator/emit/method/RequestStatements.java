package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.SourceValues;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.ParameterMapping;
import java.util.List;
import java.util.Optional;

/** Statements that make an integration request. */
final class RequestStatements {
  private RequestStatements() {}

  /** Sets headers and query parameters. */
  static void mappings(
      CodeBlock.Builder code, ClassMembers target, List<ParameterMapping> mappings) {
    for (ParameterMapping mapping : mappings) {
      code.addStatement(
          mapping.target() == ParameterMapping.Target.REQUEST_HEADER
              ? "request.header($S, $L)"
              : "request.query($S, $L)",
          mapping.name(),
          SourceValues.of(mapping.source(), target));
    }
  }

  /** Converts the body where the document says so. */
  static void contentHandling(CodeBlock.Builder code, Optional<ContentHandling> handling) {
    handling.ifPresent(
        each ->
            code.addStatement(
                "request.contentHandling($T.$L)", RuntimeTypes.CONTENT_HANDLING, each));
  }
}
