package io.gatemason.generator.read.websocket;

import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.MappingTemplate;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.MockIntegration;
import io.gatemason.generator.model.PassthroughBehavior;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands where a route has no integration. */
final class AbsentIntegrations {
  private AbsentIntegrations() {}

  /** Fails: every message is answered with an error. */
  static Integration failing(Range range) {
    return new MockIntegration(
        range,
        new IntegrationRequest(
            List.of(),
            Map.of(),
            PassthroughBehavior.WHEN_NO_MATCH,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        List.of());
  }

  /** Agrees to everything: handshakes succeed, ends of connections are told to nobody. */
  static Integration agreeing(Range range) {
    String name = MessageRoute.DEFAULT;
    ScalarNode text = ScalarNode.computed(range, "{\"statusCode\": 200}");
    return new MockIntegration(
        range,
        new IntegrationRequest(
            List.of(),
            Map.of(name, new MappingTemplate(name, text)),
            PassthroughBehavior.NEVER,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        List.of(
            new IntegrationResponse(
                Optional.empty(),
                range,
                "",
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty())));
  }
}
