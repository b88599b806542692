package io.gatemason.runtime.server;

import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.otlp.OtlpSettings;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What the log says at the start: what is served where, and what guards it. */
final class ServedLines {
  private static final System.Logger LOG = System.getLogger(Startup.class.getName());
  private static final int MOST_LINES = 30;

  private ServedLines() {}

  /** One line for each API, with its stages, and few about the service; not many in any case. */
  static void tellOf(
      List<ServedApi> stages, List<CustomDomain> domains, Services services, Config config) {
    lines(stages, services::guards).forEach(line -> LOG.log(System.Logger.Level.INFO, line));
    boolean collected = OtlpSettings.read(config, System::getenv).isPresent();
    about(domains, config, collected).forEach(line -> LOG.log(System.Logger.Level.INFO, line));
  }

  /** Its hosts, where it keeps what processes share, and what is switched off. */
  static List<String> about(List<CustomDomain> domains, Config config, boolean collected) {
    List<String> lines = new ArrayList<>();
    if (!domains.isEmpty()) {
      lines.add("domains: " + some(domains.stream().map(CustomDomain::name).toList()));
    }
    String stores = stores(config.get("gateway.store"));
    if (!stores.isEmpty()) {
      lines.add(stores);
    }
    Map<String, String> optional = new LinkedHashMap<>();
    optional.put("gateway.store.redis.uri", "state shared by processes");
    optional.put("gateway.management.port", "management listener and metrics");
    if (!collected) {
      optional.put("gateway.otlp.endpoint", "traces");
    }
    optional.keySet().removeIf(setting -> config.get(setting).exists());
    if (!optional.isEmpty()) {
      String off =
          optional.entrySet().stream()
              .map(each -> each.getValue() + " (" + each.getKey() + ")")
              .collect(Collectors.joining(", "));
      lines.add("switched off: " + off);
    }
    return lines;
  }

  /** Where limits, caches and usage are kept, "" if in this process alone. */
  private static String stores(Config store) {
    Config uri = store.get("redis.uri");
    if (!uri.exists()) {
      return store.get("file").asString().map(file -> "usage is kept in " + file).orElse("");
    }
    List<String> uris =
        uri.isLeaf() ? List.of(uri.asString().get()) : uri.asList(String.class).get();
    return "state shared by processes: Redis at "
        + some(uris.stream().map(ServedLines::place).toList());
  }

  /** Where a URI leads, without what it lets in. */
  private static String place(String uri) {
    String authority = uri.substring(uri.indexOf("//") + 2);
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** One line for each API, with its stages and what guards them; a few lines in any case. */
  static List<String> lines(
      List<ServedApi> stages, BiFunction<String, String, Set<String>> guards) {
    Map<String, List<ServedApi>> byApi =
        stages.stream()
            .collect(
                Collectors.groupingBy(
                    stage -> stage.info().apiId(), TreeMap::new, Collectors.toList()));
    List<String> lines =
        byApi.entrySet().stream()
            .limit(MOST_LINES)
            .map(api -> line(api.getKey(), api.getValue(), guards))
            .collect(Collectors.toCollection(ArrayList::new));
    if (byApi.size() > MOST_LINES) {
      lines.add("and " + (byApi.size() - MOST_LINES) + " more APIs");
    }
    return lines;
  }

  private static String line(
      String api, List<ServedApi> stages, BiFunction<String, String, Set<String>> guards) {
    Set<String> guarding = new TreeSet<>();
    List<String> texts = new ArrayList<>();
    for (ServedApi stage : stages) {
      Set<String> ofStage = guards.apply(api, stage.info().stage());
      guarding.addAll(ofStage);
      texts.add(text(stage, !ofStage.isEmpty()));
    }
    String guarded = guarding.isEmpty() ? "" : "; guarded by " + some(guarding);
    return "API " + api + ": " + String.join(", ", texts) + guarded;
  }

  private static String some(Collection<String> names) {
    String shown = names.stream().limit(MOST_LINES).collect(Collectors.joining(", "));
    int more = names.size() - MOST_LINES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static String text(ServedApi stage, boolean guarded) {
    ApiInfo info = stage.info();
    List<String> features = new ArrayList<>();
    if (info.canary() != null) {
      features.add("canary " + info.canary().percentTraffic() + " %");
    }
    if (guarded) {
      features.add("authorization");
    }
    if (info.endpoint().isPrivate()) {
      features.add("private");
    }
    if (info.executeApiEndpointDisabled()) {
      features.add("only by its domains");
    }
    if (info.settings().cacheBytes() > 0) {
      features.add("cache");
    }
    if (stage.api().accessLog().isPresent()) {
      features.add("access log");
    }
    if (info.settings().isLogged()) {
      features.add("execution log");
    }
    if (info.settings().isTraced()) {
      features.add("traced");
    }
    String place = stage.prefix().isEmpty() ? "/" : stage.prefix();
    return features.isEmpty() ? place : place + " (" + String.join(", ", features) + ")";
  }
}
