package io.gatemason.generator.read.resource;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/** Finds the custom domain that a property of another resource means. */
public final class DomainNames {
  private DomainNames() {}

  /** The host; empty where there is none, which is reported. */
  public static Optional<Placed<String>> of(
      TemplateResource resource, ResourceFields fields, String property) {
    Optional<Node> written = fields.written(property);
    return written
        .flatMap(resource::target)
        .filter(target -> target.type().contains("::DomainName"))
        .flatMap(target -> target.fields().text("DomainName"))
        .or(() -> fields.required(property))
        .map(ScalarNode::text)
        .map(text -> text.substring(text.lastIndexOf('/') + 1))
        .map(text -> new Placed<>(text, written.orElseThrow().range()));
  }
}
