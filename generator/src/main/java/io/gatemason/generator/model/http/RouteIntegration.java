package io.gatemason.generator.model.http;

import io.gatemason.generator.model.Endpoint;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The backend behind a route. */
public sealed interface RouteIntegration {
  /** How long an integration may take that says nothing else, and any at the most. */
  Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  /** Where it is declared. */
  Range range();

  /** The function that is invoked; empty for other backends. */
  default Optional<MappingText> invoked() {
    return Optional.empty();
  }

  /** Changes of the answer by the status that the backend gave; in the order they are made. */
  SortedMap<Integer, List<ParameterChange>> responseChanges();

  /**
   * A Lambda function gets the event of the request.
   *
   * @param function the function's ARN or name
   * @param payloadFormat of event and answer
   * @param credentials the role to assume
   * @param timeout of the invocation
   * @param requestChanges in the order they are made
   */
  record FunctionProxy(
      Range range,
      MappingText function,
      PayloadFormat payloadFormat,
      Optional<MappingText> credentials,
      Duration timeout,
      List<ParameterChange> requestChanges,
      SortedMap<Integer, List<ParameterChange>> responseChanges)
      implements RouteIntegration {
    @Override
    public Optional<MappingText> invoked() {
      return Optional.of(function);
    }
  }

  /**
   * A server gets the request.
   *
   * @param endpoint the server
   * @param requestChanges in the order they are made
   */
  record HttpProxy(
      Range range,
      Endpoint endpoint,
      List<ParameterChange> requestChanges,
      SortedMap<Integer, List<ParameterChange>> responseChanges)
      implements RouteIntegration {}

  /**
   * An action of an AWS service.
   *
   * @param subtype such as {@code SQS-SendMessage}
   * @param parameters of the action by their names, {@code Region} apart
   * @param region where the service is called; empty for the gateway's own
   * @param credentials the role to assume
   * @param timeout of the call
   */
  record ServiceAction(
      Range range,
      ScalarNode subtype,
      Map<String, MappingValue> parameters,
      Optional<MappingValue> region,
      Optional<MappingText> credentials,
      Duration timeout,
      SortedMap<Integer, List<ParameterChange>> responseChanges)
      implements RouteIntegration {}

  /** Takes the place of an integration that was refused, so that checks still see the route. */
  record Refused(Range range, SortedMap<Integer, List<ParameterChange>> responseChanges)
      implements RouteIntegration {}
}
