package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.HostName;
import io.gatemason.runtime.observe.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API and stage that a request is for. The default endpoint of an API answers to the host
 * {@code {apiId}.execute-api.{anything}}; the only API of a service answers to every host.
 */
final class ApiDirectory {
  private static final String ENDPOINT = ".execute-api.";
  private static final String API_ID = "x-apigw-api-id";

  private final Map<String, List<ServedApi>> byId;
  private final @Nullable List<ServedApi> only;
  private final boolean endpointsOpen;

  /** The stages of APIs, at least one, with who watches them. */
  static ApiDirectory of(Observation observation, List<? extends GatewayApi> apis) {
    if (apis.isEmpty()) {
      throw new IllegalArgumentException("a service needs an API");
    }
    return new ApiDirectory(ServedApi.all(observation, apis));
  }

  ApiDirectory(List<ServedApi> apis) {
    this.byId =
        new HashMap<>(
            apis.stream().collect(Collectors.groupingBy(served -> key(served.info().apiId()))));
    this.only = byId.size() == 1 ? List.copyOf(apis) : null;
    this.endpointsOpen =
        apis.stream().noneMatch(served -> served.info().executeApiEndpointDisabled());
  }

  /** All stages, without their canaries. */
  List<ServedApi> stages() {
    return byId.values().stream().flatMap(List::stream).toList();
  }

  /** The API and stage for a request to {@code path}, or null if there is none. */
  @Nullable ServedApi find(ClientRequest request, String path) {
    List<ServedApi> stages = only != null && endpointsOpen ? only : byHost(request);
    if (stages == null) {
      return null;
    }
    for (ServedApi served : stages) {
      if (served.serves(path)) {
        return served;
      }
    }
    return null;
  }

  private @Nullable List<ServedApi> byHost(ClientRequest request) {
    String host = HostName.of(request.authority());
    int end = host.indexOf(ENDPOINT);
    if (end < 0) {
      return only != null ? only : byHeader(request);
    }
    List<ServedApi> stages = only != null ? only : byId.get(key(host.substring(0, end)));
    boolean closed = stages != null && stages.getFirst().info().executeApiEndpointDisabled();
    return closed ? null : stages;
  }

  /** A request to an address that names no API, as through a VPC endpoint, names it in a header. */
  private @Nullable List<ServedApi> byHeader(ClientRequest request) {
    String id = request.fields().first(API_ID);
    return id == null ? null : byId.get(key(id));
  }

  /** Names of hosts are compared without regard to case. */
  private static String key(String apiId) {
    return apiId.toLowerCase(Locale.ROOT);
  }
}
