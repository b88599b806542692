package io.gatemason.generator.layout.integration;

import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.SelectionExpression;
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
 * @param ofMessage whether it answers a route of a WebSocket API: the status is the backend's own
 * @param selection what selects the template there, instead of the media types that a client takes
 */
public record ResponseLayout(
    String member,
    int status,
    List<ParameterMapping> mappings,
    Map<String, TemplateText> templates,
    Optional<ContentHandling> contentHandling,
    boolean textNeeded,
    boolean ofMessage,
    Optional<SelectionExpression> selection) {
  private static final String DEFAULT_KEY = "$default";
  private static final String JSON = "application/json";

  /** The key of the template where none of the others fits; messages may have none. */
  public String otherwise() {
    if (ofMessage) {
      return DEFAULT_KEY;
    }
    return templates.containsKey(JSON) ? JSON : templates.keySet().iterator().next();
  }
}
