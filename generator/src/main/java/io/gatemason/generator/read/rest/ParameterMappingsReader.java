package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.ContextVariable;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.mapping.MappingExpressions;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Parameter mappings of one direction; values that are not text are dropped
 * (docs/behaviour/import.md#warnings).
 */
final class ParameterMappingsReader {
  private final OpenApiDocument document;
  private final MappingExpressions language;
  private final String place;
  private final UnaryOperator<String> problem;

  /**
   * Reads mappings of something that is no method.
   *
   * @param owner what they belong to, for messages
   */
  ParameterMappingsReader(OpenApiDocument document, MappingExpressions language, String owner) {
    this(document, language, "", reason -> owner + ": " + reason);
  }

  private ParameterMappingsReader(
      OpenApiDocument document,
      MappingExpressions language,
      String place,
      UnaryOperator<String> problem) {
    this.document = document;
    this.language = language;
    this.place = place;
    this.problem = problem;
  }

  /** Reads mappings of a method's integration, which messages name. */
  static ParameterMappingsReader of(
      OpenApiDocument document, MappingExpressions language, MethodSite site) {
    String named = " of resource '%s' and method '%s'".formatted(site.pathText(), site.verb());
    return new ParameterMappingsReader(document, language, named, site::integrationProblem);
  }

  List<ParameterMapping> read(Fields owner, String name) {
    List<ParameterMapping> mappings = new ArrayList<>();
    Optional<Fields> fields = owner.object(name);
    for (ObjectNode.Member member : fields.map(Fields::members).orElse(List.of())) {
      Optional<ScalarNode> value =
          member.value().asScalar().filter(s -> s.scalarKind() == ScalarNode.Kind.STRING);
      if (value.isPresent()) {
        read(member, value.get()).ifPresent(mappings::add);
      } else {
        document.report(
            DocumentCodes.GM2179,
            member.value().range(),
            "Invalid format for '%s'. Expected type string for property '%s'%s but got %s"
                .formatted(name, member.name(), place, written(member)),
            "put literals between single quotes inside the string: \"'…'\"");
      }
    }
    return List.copyOf(mappings);
  }

  private Optional<ParameterMapping> read(ObjectNode.Member member, ScalarNode value) {
    if (language.isIdle(member.name())) {
      document.report(
          DocumentCodes.GM2112,
          member.key().range(),
          problem.apply("\"" + member.name() + "\" has no effect: an answer has headers only"),
          "remove it");
      return Optional.empty();
    }
    Optional<MappingExpressions.TargetName> target = language.target(member.name());
    if (target.isEmpty()) {
      document.report(
          DocumentCodes.GM2178,
          member.key().range(),
          problem.apply(
              "Invalid mapping expression specified: \"" + member.name() + "\" is no target"),
          "targets begin with " + String.join(", ", language.targetForms()));
    }
    Optional<Source> source = language.source(value.text().strip());
    if (source.isEmpty()) {
      document.report(
          DocumentCodes.GM2177,
          value.range(),
          problem.apply("Invalid mapping expression specified: \"" + value.text() + "\""),
          sourceHint(value.text()));
    }
    source.ifPresent(s -> warnOfUnknownVariable(s, value));
    return target.flatMap(
        t -> source.map(s -> new ParameterMapping(t.target(), t.name(), s, member.key().range())));
  }

  /** What an authorizer adds has names of its own. */
  private void warnOfUnknownVariable(Source source, ScalarNode value) {
    if (source instanceof ContextVariable variable
        && !ContextNames.inMappings().contains(variable.path())
        && !variable.path().startsWith("authorizer.")) {
      document.report(
          DocumentCodes.GM2112,
          value.range(),
          ContextNames.inAccessLogs().contains(variable.path())
              ? "\"" + value.text() + "\" has a value in access logs only, so nothing is mapped"
              : "\"" + value.text() + "\" never has a value, so nothing is mapped",
          ContextNames.inAccessLogs().contains(variable.path())
              ? "remove the mapping"
              : Fields.hint(variable.path(), ContextNames.inMappings(), "name a context variable"));
    }
  }

  private String sourceHint(String written) {
    int dot = written.lastIndexOf('.');
    String prefix = dot < 0 ? written : written.substring(0, dot);
    String forms =
        language.sourceForms().stream().map(f -> f + ".…").collect(Collectors.joining(", "));
    return Fields.hint(prefix, language.sourceForms(), "write 'literal' or one of " + forms);
  }

  private static String written(ObjectNode.Member member) {
    return member
        .value()
        .asScalar()
        .map(s -> "'" + s.text() + "'")
        .orElse("an " + member.value().kind());
  }
}
