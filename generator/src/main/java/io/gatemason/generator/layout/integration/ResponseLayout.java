package io.gatemason.generator.layout.integration;

import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.ParameterMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one integration response becomes the answer.
 *
 * @param member the Java method's name
 * @param status the client's status
 * @param mappings header mappings in document order
 * @param templates by media type in lower case, in document order; may be empty
 * @param contentHandling conversion of the body
 * @param textNeeded whether bytes must be refused because a template stands in for them
 */
public record ResponseLayout(
    String member,
    int status,
    List<ParameterMapping> mappings,
    Map<String, TemplateText> templates,
    Optional<ContentHandling> contentHandling,
    boolean textNeeded) {
  private static final String JSON = "application/json";

  /** The template for a client that accepts none of the others; there is at least one. */
  public String otherwise() {
    return templates.containsKey(JSON) ? JSON : templates.keySet().iterator().next();
  }
}
