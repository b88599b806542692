package io.gatemason.generator.layout.integration;

import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.MappingText.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A function.
 *
 * @param function its name or ARN
 * @param httpMethod the integration's verb; the service answers 500 to anything but POST
 * @param timeout from the call to the end of its answer
 * @param credentials the role that calls it; no pieces where there is none
 */
public record FunctionTarget(
    List<Piece> function, Optional<String> httpMethod, Duration timeout, List<Piece> credentials)
    implements IntegrationTarget {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.function(this);
  }

  @Override
  public StageLookup backend() {
    return StageLookup.shared(RuntimeTypes.LAMBDA_BACKEND, "backend").by("lambda");
  }
}
