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
 * @param templates by media type in lower case, the first one for everybody else; may be empty
 * @param contentHandling conversion of the body
 * @param textNeeded whether bytes must be refused because a template stands in for them
 */
public record ResponseLayout(
    String member,
    int status,
    List<ParameterMapping> mappings,
    Map<String, TemplateText> templates,
    Optional<ContentHandling> contentHandling,
    boolean textNeeded) {}
