package io.gatemason.runtime.server.setting;

import io.helidon.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of all settings of our own, which the page {@code docs/settings.md} describes. Any
 * other name below {@code gateway} has no effect, so whoever wrote it should know. The same is true
 * of names below {@code server} that Helidon does not have.
 */
public final class SettingNames {
  /** {@code *} stands for a name of the user's. The value of some is a list. */
  static final List<String> ALL =
      List.of(
          "gateway.account-id",
          "gateway.api-keys.*.value",
          "gateway.api-keys.file",
          "gateway.api-keys.make-up",
          "gateway.apis.*.stages.*.cache.require-authorization-for-cache-control",
          "gateway.apis.*.stages.*.cache.size-bytes",
          "gateway.apis.*.stages.*.cache.unauthorized-strategy",
          "gateway.apis.*.stages.*.canary.percent-traffic",
          "gateway.apis.*.stages.*.canary.use-stage-cache",
          "gateway.apis.*.stages.*.canary.variables.*",
          "gateway.apis.*.stages.*.client-certificate.certificate",
          "gateway.apis.*.stages.*.client-certificate.key-store.password",
          "gateway.apis.*.stages.*.client-certificate.key-store.path",
          "gateway.apis.*.stages.*.client-certificate.private-key",
          "gateway.apis.*.stages.*.method-settings.*.cache-data-encrypted",
          "gateway.apis.*.stages.*.method-settings.*.cache-ttl-in-seconds",
          "gateway.apis.*.stages.*.method-settings.*.caching-enabled",
          "gateway.apis.*.stages.*.method-settings.*.data-trace-enabled",
          "gateway.apis.*.stages.*.method-settings.*.logging-level",
          "gateway.apis.*.stages.*.method-settings.*.metrics-enabled",
          "gateway.apis.*.stages.*.method-settings.*.throttling-burst-limit",
          "gateway.apis.*.stages.*.method-settings.*.throttling-rate-limit",
          "gateway.apis.*.stages.*.tracing-enabled",
          "gateway.apis.*.stages.*.variables.*",
          "gateway.apis.*.variables.*",
          "gateway.authorizers.cache-bytes",
          "gateway.authorizers.timeout",
          "gateway.aws.assume-roles",
          "gateway.aws.endpoint-url",
          "gateway.aws.endpoint-urls.*",
          "gateway.aws.region",
          "gateway.backend.max-connections-per-host",
          "gateway.backend.max-idle-connections",
          "gateway.backend.stream-idle-timeout",
          "gateway.backend.tls.trust-store.password",
          "gateway.backend.tls.trust-store.path",
          "gateway.cache.encryption-key",
          "gateway.development",
          "gateway.domains.*.tls.certificate",
          "gateway.domains.*.tls.key-store.password",
          "gateway.domains.*.tls.key-store.path",
          "gateway.domains.*.tls.private-key",
          "gateway.domains.*.tls.trust-store",
          "gateway.iam.explain-signatures",
          "gateway.iam.identities-file",
          "gateway.iam.key-service.url",
          "gateway.lambda.code-folder",
          "gateway.lambda.functions.*.command",
          "gateway.lambda.functions.*.concurrency",
          "gateway.lambda.functions.*.directory",
          "gateway.lambda.functions.*.endpoint-url",
          "gateway.lambda.functions.*.environment.*",
          "gateway.lambda.functions.*.handler",
          "gateway.lambda.functions.*.memory-megabytes",
          "gateway.lambda.functions.*.runtime",
          "gateway.lambda.functions.*.timeout-seconds",
          "gateway.lambda.reload",
          "gateway.lambda.remote",
          "gateway.limits.header-bytes",
          "gateway.limits.header-fields",
          "gateway.limits.in-flight-bytes",
          "gateway.limits.payload-bytes",
          "gateway.limits.url-bytes",
          "gateway.listener.concurrency",
          "gateway.listener.connections",
          "gateway.listener.connections-per-address",
          "gateway.listener.handshake-timeout",
          "gateway.listener.head-timeout",
          "gateway.listener.http2-streams",
          "gateway.listener.idle-timeout",
          "gateway.listener.least-bytes-per-second",
          "gateway.listener.private-endpoint.policy",
          "gateway.listener.private-endpoint.vpc",
          "gateway.listener.private-endpoint.vpce",
          "gateway.listener.rate-grace",
          "gateway.listener.request-timeout",
          "gateway.listener.tls-port",
          "gateway.listeners.*.host",
          "gateway.listeners.*.port",
          "gateway.listeners.*.private-endpoint.policy",
          "gateway.listeners.*.private-endpoint.vpc",
          "gateway.listeners.*.private-endpoint.vpce",
          "gateway.listeners.*.tls",
          "gateway.logs.*.files",
          "gateway.logs.*.max-bytes",
          "gateway.logs.*.namespace",
          "gateway.logs.*.path",
          "gateway.logs.*.sink",
          "gateway.logs.event-bytes",
          "gateway.logs.process-format",
          "gateway.logs.queue-lines",
          "gateway.logs.redact-headers",
          "gateway.logs.redact-query",
          "gateway.management.console.enabled",
          "gateway.management.console.payloads",
          "gateway.management.console.requests",
          "gateway.management.host",
          "gateway.management.hosts",
          "gateway.management.port",
          "gateway.management.token",
          "gateway.otlp.certificates",
          "gateway.otlp.compression",
          "gateway.otlp.endpoint",
          "gateway.otlp.headers.*",
          "gateway.otlp.metrics-interval",
          "gateway.otlp.timeout",
          "gateway.shutdown.notice",
          "gateway.store.file",
          "gateway.store.name",
          "gateway.store.on-failure",
          "gateway.store.redis.sentinel-master",
          "gateway.store.redis.sentinel-password",
          "gateway.store.redis.uri",
          "gateway.store.timeout",
          "gateway.throttle.burst-limit",
          "gateway.throttle.rate-limit",
          "gateway.tokens.clock-skew",
          "gateway.tracing.propagators",
          "gateway.tracing.rate",
          "gateway.tracing.reservoir",
          "gateway.tracing.sampling-rules.*.attributes.*",
          "gateway.tracing.sampling-rules.*.host",
          "gateway.tracing.sampling-rules.*.http-method",
          "gateway.tracing.sampling-rules.*.name",
          "gateway.tracing.sampling-rules.*.priority",
          "gateway.tracing.sampling-rules.*.rate",
          "gateway.tracing.sampling-rules.*.reservoir",
          "gateway.tracing.sampling-rules.*.resource-arn",
          "gateway.tracing.sampling-rules.*.service-name",
          "gateway.tracing.sampling-rules.*.service-type",
          "gateway.tracing.sampling-rules.*.url-path",
          "gateway.trusted-proxies",
          "gateway.usage-plans.*.created",
          "gateway.vpc-links.*.listeners.*",
          "gateway.vpc-links.*.targets",
          "gateway.websocket.callback-host",
          "gateway.websocket.callback-token",
          "gateway.websocket.callback-url",
          "gateway.websocket.close-wait",
          "gateway.websocket.frame-bytes",
          "gateway.websocket.idle",
          "gateway.websocket.life",
          "gateway.websocket.message-bytes",
          "gateway.websocket.messages-at-once",
          "gateway.websocket.queued-bytes",
          "gateway.websocket.url-chars");

  private static final System.Logger LOG = System.getLogger(SettingNames.class.getName());

  private SettingNames() {}

  /** Warns of settings that nothing reads. */
  public static void check(Config config) {
    unknown(config).forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem));
  }

  /** What is wrong with the names of settings, one text for each wrong name. */
  public static List<String> unknown(Config config) {
    Set<String> problems = new TreeSet<>();
    problems.addAll(unknown(config.get("gateway"), new NameList(ALL)));
    problems.addAll(unknown(config.get("server"), new NameList(ServerNames.all())));
    return List.copyOf(problems);
  }

  private static List<String> unknown(Config root, NameList known) {
    return root.traverse()
        .filter(Config::isLeaf)
        .map(leaf -> oneHost(NameList.segments(leaf.key().toString())))
        .filter(name -> !known.has(name) && !known.has(withoutIndex(name)))
        .map(name -> known.problem(withoutIndex(name)))
        .toList();
  }

  /** The name of a host has dots, and counts as one all the same. */
  private static List<String> oneHost(List<String> name) {
    int tls = name.lastIndexOf("tls");
    if (tls < 3 || !name.get(1).equals("domains")) {
      return name;
    }
    List<String> one = new ArrayList<>(name.subList(0, 2));
    one.add(String.join(".", name.subList(2, tls)));
    one.addAll(name.subList(tls, name.size()));
    return one;
  }

  /** An item of a list has its index behind the name of the setting. */
  private static List<String> withoutIndex(List<String> name) {
    int last = name.size() - 1;
    return name.get(last).matches("[0-9]+") ? name.subList(0, last) : name;
  }
}
