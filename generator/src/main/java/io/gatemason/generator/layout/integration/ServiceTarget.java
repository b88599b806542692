package io.gatemason.generator.layout.integration;

import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.MappingText.Piece;
import io.gatemason.generator.model.ParameterMapping.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An AWS service.
 *
 * @param prefix the ARN up to the service, as {@code arn:aws:apigateway:us-east-1:s3}
 * @param action the action's name; no pieces for a path
 * @param path the path with its query, starting with {@code /}; empty for an action
 * @param query parameters that follow an action's name in the ARN
 * @param pathValues the mapping source of each placeholder that has one
 * @param httpMethod the service's verb; empty for the client's own
 * @param timeout from the call to the end of its answer
 * @param credentials the role that calls it; no pieces where there is none
 */
public record ServiceTarget(
    List<Piece> prefix,
    List<Piece> action,
    List<Piece> path,
    List<Parameter> query,
    Map<String, Source> pathValues,
    Optional<String> httpMethod,
    Duration timeout,
    List<Piece> credentials)
    implements IntegrationTarget {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.service(this);
  }

  @Override
  public StageLookup backend() {
    return StageLookup.shared(RuntimeTypes.AWS_BACKEND, "backend").by("aws");
  }

  /** A query parameter. */
  public record Parameter(List<Piece> name, List<Piece> value) {}
}
