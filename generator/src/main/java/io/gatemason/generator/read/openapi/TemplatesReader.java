package io.gatemason.generator.read.openapi;

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
 * Templates by MIME type. Types are kept lower-case and without parameters, since that is how they
 * are looked up (rest-api.md 17, row 5); null and empty templates are refused (12.4).
 */
final class TemplatesReader {
  private final OpenApiDocument document;

  TemplatesReader(OpenApiDocument document) {
    this.document = document;
  }

  /** The templates by type, in document order. */
  Map<String, MappingTemplate> read(Fields owner, String name) {
    Map<String, MappingTemplate> templates = new LinkedHashMap<>();
    Optional<Fields> fields = owner.object(name);
    for (ObjectNode.Member member : fields.map(Fields::members).orElse(List.of())) {
      Optional<ScalarNode> text = member.value().asScalar().filter(s -> !s.text().isEmpty());
      if (text.isEmpty() || member.value().isNull()) {
        refuse(name, member);
      } else {
        templates.put(mediaType(member.name()), new MappingTemplate(member.name(), text.get()));
      }
    }
    return templates;
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

  private static String mediaType(String key) {
    return key.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
