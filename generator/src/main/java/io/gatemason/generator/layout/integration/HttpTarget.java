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
 * Where an HTTP backend is. What the document fixes is a constant, what a stage variable fixes is
 * put together when the service starts, what a request fills in for each request.
 *
 * @param base {@code scheme://host:port} where the document fixes that much
 * @param start without a base, the beginning of the URI if stage variables fix the host in it; no
 *     pieces where the whole URI is put together for each request
 * @param rest what follows: the rest of path and query; the whole URI where nothing is fixed
 * @param pathValues the mapping source of each placeholder in {@code rest} that has one
 * @param httpMethod the backend's verb; empty for the client's own
 * @param timeout from sending to the last byte of the answer
 * @param vpcLink the link that routes instead of the URI's host
 * @param listener the ARN of what is named behind the link
 * @param insecureSkipVerification whether the certificate's issuer is not checked
 */
public record HttpTarget(
    Optional<String> base,
    List<Piece> start,
    List<Piece> rest,
    Map<String, Source> pathValues,
    Optional<String> httpMethod,
    Duration timeout,
    Optional<List<Piece>> vpcLink,
    Optional<String> listener,
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
