package io.gatemason.generator.layout.method;

import com.palantir.javapoet.ClassName;
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
 */
public record ValidationLayout(
    List<Parameter> required, Map<String, ClassName> models, Optional<ClassName> otherwise) {

  /** Whether nothing is validated. */
  public boolean isEmpty() {
    return required.isEmpty() && models.isEmpty() && otherwise.isEmpty();
  }
}
