package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.model.MappingTemplate;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Templates by MIME type, lower-case. Payloads are looked up without the parameters of their type,
 * so that a type with parameters is never found. A null or empty response template gives an empty
 * body; a request template of this kind is refused by the service's import.
 */
final class TemplatesReader {
  private static final String OF_RESPONSES = "responseTemplates";

  private final OpenApiDocument document;

  TemplatesReader(OpenApiDocument document) {
    this.document = document;
  }

  /** The templates by type, in document order. */
  Map<String, MappingTemplate> read(Fields owner, String name) {
    Map<String, MappingTemplate> templates = new LinkedHashMap<>();
    Optional<Fields> fields = owner.object(name);
    for (ObjectNode.Member member : fields.map(Fields::members).orElse(List.of())) {
      Optional<ScalarNode> text = text(name, member);
      if (text.isEmpty()) {
        refuse(name, member);
      } else {
        warnOfParameters(member);
        templates.put(
            member.name().strip().toLowerCase(Locale.ROOT),
            new MappingTemplate(member.name(), text.get()));
      }
    }
    return templates;
  }

  private static Optional<ScalarNode> text(String name, ObjectNode.Member member) {
    Node value = member.value();
    boolean empty = value.isNull() || value.asScalar().filter(s -> s.text().isEmpty()).isPresent();
    if (!empty) {
      return value.asScalar();
    }
    return name.equals(OF_RESPONSES)
        ? Optional.of(new ScalarNode(value.range(), value.tag(), ScalarNode.Kind.STRING, ""))
        : Optional.empty();
  }

  private void warnOfParameters(ObjectNode.Member member) {
    if (member.name().contains(";")) {
      document.report(
          DiagnosticCode.GM3703,
          member.key().range(),
          "template \""
              + member.name()
              + "\" is never chosen: parameters of a media type do not"
              + " count when a template is looked for",
          "write \"" + member.name().split(";", 2)[0].strip() + "\"");
    }
  }

  private void refuse(String name, ObjectNode.Member member) {
    Node value = member.value();
    boolean structured = value.asScalar().isEmpty();
    document.report(
        structured ? DiagnosticCode.GM2103 : DiagnosticCode.GM2180,
        structured ? value.range() : member.key().range(),
        structured
            ? "template \"%s\" has to be a string, not an %s".formatted(member.name(), value.kind())
            : "Invalid null or empty value in %s for \"%s\"".formatted(name, member.name()),
        structured
            ? "write the template as text, for example after \"|\""
            : "write the template's text, or remove the entry");
  }
}
