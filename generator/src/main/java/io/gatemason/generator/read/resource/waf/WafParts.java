package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;

/** What readers of web ACLs share. */
final class WafParts {
  private WafParts() {}

  /** The name of a resource; the service draws one of its logical id where it has none. */
  static Placed<String> name(TemplateResource resource) {
    return resource
        .fields()
        .string("Name")
        .orElseGet(() -> new Placed<>(resource.logicalId(), resource.range()));
  }
}
