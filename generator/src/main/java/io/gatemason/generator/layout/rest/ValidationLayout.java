package io.gatemason.generator.layout.rest;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is validated of a method's requests.
 *
 * @param required header and query parameters that must be sent; path parameters always are
 * @param models the class of the model by media type in lower case
 * @param otherwise the class for every other media type; empty if their bodies pass
 * @param selection what takes the place of the media type in a WebSocket API; there messages that
 *     no model is for do not pass
 */
public record ValidationLayout(
    List<Parameter> required,
    Map<String, ClassName> models,
    Optional<ClassName> otherwise,
    Optional<SelectionExpression> selection) {

  /** Whether nothing is validated. */
  public boolean isEmpty() {
    return required.isEmpty() && models.isEmpty() && otherwise.isEmpty() && selection.isEmpty();
  }
}
