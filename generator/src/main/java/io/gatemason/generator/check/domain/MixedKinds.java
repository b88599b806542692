package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.websocket.WebSocketApi;
import java.util.List;

/** A domain leads to WebSocket APIs, or to others ({@code docs/behaviour/domains.md#mappings}). */
final class MixedKinds implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (DomainName domain : service.domains()) {
      List<ApiMapping> sockets =
          domain.mappings().stream().filter(mapping -> isSocket(service, mapping)).toList();
      if (sockets.size() < domain.mappings().size()) {
        sockets.forEach(mapping -> report(domain, mapping, diagnostics));
      }
    }
  }

  private static boolean isSocket(Service service, ApiMapping mapping) {
    return service.apis(WebSocketApi.class).stream()
        .anyMatch(api -> api.id().equals(mapping.apiId()));
  }

  private static void report(DomainName domain, ApiMapping mapping, Diagnostics diagnostics) {
    diagnostics.report(
        DomainCodes.GM2614,
        mapping.range(),
        "\"%s\" leads to the WebSocket API \"%s\" and to APIs of other kinds"
            .formatted(domain.name().value(), mapping.apiId()),
        "give WebSocket APIs a domain of their own");
  }
}
