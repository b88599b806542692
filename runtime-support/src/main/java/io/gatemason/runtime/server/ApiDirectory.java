package io.gatemason.runtime.server;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.domain.DomainTable;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.stage.StagePath;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API and stage that a request is for. Custom domains come first. The default endpoint of
 * an API answers to the host {@code {apiId}.execute-api.{anything}}; the only API of a service
 * answers to every host, where there are custom domains only to hosts that are no public names. By
 * the name of the machine itself one of several APIs is found by its stage
 * (docs/behaviour/domains.md#hosts).
 */
final class ApiDirectory {
  private static final String ENDPOINT = ".execute-api.";
  private static final String API_ID = "x-apigw-api-id";
  private static final Pattern LOOPBACK = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

  private final Map<String, List<ServedApi>> byId;
  private final @Nullable List<ServedApi> only;
  private final DomainTable domains;

  /** The stages of APIs, at least one, with who watches them. */
  static ApiDirectory of(
      Observation observation, List<? extends GatewayApi> apis, DomainTable domains) {
    if (apis.isEmpty()) {
      throw new IllegalArgumentException("a service needs an API");
    }
    return new ApiDirectory(ServedApi.all(observation, apis), domains);
  }

  private ApiDirectory(List<ServedApi> apis, DomainTable domains) {
    this.byId =
        new HashMap<>(
            apis.stream().collect(Collectors.groupingBy(served -> key(served.info().apiId()))));
    this.only = byId.size() == 1 ? List.copyOf(apis) : null;
    this.domains = domains;
  }

  /** Open connections belong to these stages from now on. */
  void takeOver() {
    stages().forEach(ServedApi::takeOverConnections);
  }

  /** All stages, without their canaries. */
  List<ServedApi> stages() {
    return byId.values().stream().flatMap(List::stream).toList();
  }

  /** What the classes of the APIs were loaded by, and resources beside them. */
  ClassLoader code() {
    return stages().getFirst().api().getClass().getClassLoader();
  }

  /** The security policies of default endpoints, by ids of APIs in lower case. */
  Map<String, String> securityPolicies() {
    Map<String, String> policies = new HashMap<>();
    byId.forEach(
        (id, served) ->
            served
                .getFirst()
                .info()
                .endpoint()
                .securityPolicy()
                .ifPresent(policy -> policies.put(id, policy)));
    return policies;
  }

  /**
   * The API and stage of a request, or null if there is none.
   *
   * @param host in lower case, without a port
   * @param path in its canonical form
   */
  @Nullable Destination find(String host, RequestFields fields, String path) {
    DomainTable.DomainRoutes domain = domains.find(host);
    if (domain == null) {
      return atEndpoint(host, fields, path);
    }
    DomainTable.Target target = domain.find(path, fields);
    return target == null ? null : behind(target, path);
  }

  private @Nullable Destination behind(DomainTable.Target target, String path) {
    List<ServedApi> stages = byId.get(key(target.apiId()));
    if (stages == null) {
      return null;
    }
    StagePath named = target.path();
    for (ServedApi served : stages) {
      if (target.stage() != null) {
        if (served.info().stage().equals(target.stage())) {
          return new Destination(served, named);
        }
      } else if (served.serves(path, named.raw())) {
        int end = named.raw() + served.prefix().length();
        return new Destination(served, named.followedByStage(end));
      }
    }
    return null;
  }

  private @Nullable Destination atEndpoint(String host, RequestFields fields, String path) {
    List<ServedApi> stages = byHost(host, fields);
    if (stages == null && isThisMachine(host) && !fields.has(API_ID)) {
      stages = byStage(path);
    }
    if (stages == null || closed(stages.getFirst(), host)) {
      return null;
    }
    for (ServedApi served : stages) {
      if (served.serves(path, 0)) {
        return new Destination(served, StagePath.ofEndpoint(served.prefix().length()));
      }
    }
    return null;
  }

  /** Where nobody has named a custom domain, any other host may be one. */
  private boolean closed(ServedApi served, String host) {
    boolean mayBeCustom = only != null && domains.isEmpty() && !host.contains(ENDPOINT);
    return served.info().executeApiEndpointDisabled() && !mayBeCustom;
  }

  private @Nullable List<ServedApi> byHost(String host, RequestFields fields) {
    int end = host.indexOf(ENDPOINT);
    if (only != null) {
      return end >= 0 || domains.isEmpty() || !isPublicName(host) ? only : null;
    }
    return end < 0 ? byHeader(fields) : byId.get(key(host.substring(0, end)));
  }

  /** The only API that has a stage for the path, null if none has one, or several have. */
  private @Nullable List<ServedApi> byStage(String path) {
    List<List<ServedApi>> found =
        byId.values().stream()
            .filter(
                stages ->
                    stages.stream()
                        .anyMatch(each -> !each.prefix().isEmpty() && each.serves(path, 0)))
            .toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  /** Whether a host means the machine itself, which has no names of APIs. */
  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("[::1]") || LOOPBACK.matcher(host).matches();
  }

  /** Whether a host is a name of several labels, not an address and not of this machine. */
  private static boolean isPublicName(String host) {
    if (host.isEmpty()) {
      return false;
    }
    int last = host.lastIndexOf('.');
    boolean address = host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1));
    return last >= 0 && !address;
  }

  /** Why a request finds nothing. */
  enum Absence {
    /** Nothing that is known of the request, or that an HTTP API would say of it. */
    NO_API,
    /** The host is an HTTP API, which has no stage for the path. */
    NO_STAGE,
    /** The host is an HTTP API, whose default endpoint is off. */
    CLOSED
  }

  /** Why there is no API and stage of a request: HTTP APIs say so in their own words. */
  Absence absence(String host, RequestFields fields) {
    ServedApi served = atHost(host, fields);
    if (served == null || !served.info().httpApi()) {
      return Absence.NO_API;
    }
    return closed(served, host) ? Absence.CLOSED : Absence.NO_STAGE;
  }

  /** Whether a request is for an HTTP API, whether it has a stage for it or not. */
  boolean isHttpApi(String host, RequestFields fields, String path) {
    Destination found = find(host, fields, path);
    ServedApi served = found == null ? atHost(host, fields) : found.served();
    return served != null && served.info().httpApi();
  }

  /** Whether a host is the default endpoint of an HTTP API, which has all paths to itself. */
  boolean isEndpointOfHttpApi(String host) {
    int end = host.indexOf(ENDPOINT);
    if (end < 0 || domains.find(host) != null) {
      return false;
    }
    List<ServedApi> stages = only != null ? only : byId.get(key(host.substring(0, end)));
    return stages != null && stages.getFirst().info().httpApi();
  }

  private @Nullable ServedApi atHost(String host, RequestFields fields) {
    List<ServedApi> stages = domains.find(host) == null ? byHost(host, fields) : null;
    return stages == null ? null : stages.getFirst();
  }

  /** A request to an address that names no API, as through a VPC endpoint, names it in a header. */
  private @Nullable List<ServedApi> byHeader(RequestFields fields) {
    String id = fields.first(API_ID);
    return id == null ? null : byId.get(key(id));
  }

  /** Names of hosts are compared without regard to case. */
  private static String key(String apiId) {
    return apiId.toLowerCase(Locale.ROOT);
  }
}
