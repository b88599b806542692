package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.DocumentCodes;
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
 * so that a type with parameters is never found. A null or empty template gives an empty body.
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
      Optional<ScalarNode> text = text(member.value());
      if (text.isEmpty()) {
        refuse(member);
      } else {
        warnOfParameters(member);
        templates.put(
            member.name().strip().toLowerCase(Locale.ROOT),
            new MappingTemplate(member.name(), text.get()));
      }
    }
    return templates;
  }

  /** The template's text, empty where the value is null: the service imports both. */
  private static Optional<ScalarNode> text(Node value) {
    return value.isNull()
        ? Optional.of(new ScalarNode(value.range(), value.tag(), ScalarNode.Kind.STRING, ""))
        : value.asScalar();
  }

  private void warnOfParameters(ObjectNode.Member member) {
    if (member.name().contains(";")) {
      document.report(
          ApiCodes.GM3703,
          member.key().range(),
          "template \""
              + member.name()
              + "\" is never chosen: parameters of a media type do not"
              + " count when a template is looked for",
          "write \"" + member.name().split(";", 2)[0].strip() + "\"");
    }
  }

  private void refuse(ObjectNode.Member member) {
    document.report(
        DocumentCodes.GM2103,
        member.value().range(),
        "template \"%s\" has to be a string, not an %s"
            .formatted(member.name(), member.value().kind()),
        "write the template as text, for example after \"|\"");
  }
}
