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
 * Where an HTTP backend is.
 *
 * @param base {@code scheme://host:port} where that much is known; empty where the whole URI is put
 *     together for each request
 * @param rest what follows the base: path and query; the whole URI without a base
 * @param pathValues the mapping source of each placeholder in {@code rest} that has one
 * @param httpMethod the backend's verb; empty for the client's own
 * @param timeout from sending to the last byte of the answer
 * @param vpcLink the link that routes instead of the URI's host
 * @param insecureSkipVerification whether the certificate's issuer is not checked
 */
public record HttpTarget(
    Optional<String> base,
    List<Piece> rest,
    Map<String, Source> pathValues,
    Optional<String> httpMethod,
    Duration timeout,
    Optional<List<Piece>> vpcLink,
    boolean insecureSkipVerification)
    implements IntegrationTarget {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.http(this);
  }

  @Override
  public StageLookup backend() {
    return StageLookup.shared(RuntimeTypes.HTTP_BACKEND, "backend").by("http");
  }
}
