package io.gatemason.runtime.server;

import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.observe.ProcessLog;
import io.gatemason.runtime.otlp.OtlpSettings;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import io.helidon.config.ConfigException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a service from its {@code main} method. */
public final class Startup {
  private static final System.Logger LOG = System.getLogger(Startup.class.getName());

  private static final int MOST_LINES = 30;

  private Startup() {}

  /**
   * Starts a service with the settings of its environment. If it cannot start, one line says why,
   * and the process ends with exit code 1; only a defect shows its stack trace.
   *
   * @param service starts it with settings
   */
  public static void run(Function<GatewaySettings, GatewayServer> service) {
    if (!starts(service, System.err)) {
      System.exit(1);
    }
  }

  static boolean starts(Function<GatewaySettings, GatewayServer> service, PrintStream err) {
    return starts(
        () -> {
          GatewaySettings settings = GatewaySettings.load();
          ProcessLog.configure(settings.config());
          GatewayServer server = service.apply(settings);
          LOG.log(System.Logger.Level.INFO, ready(server));
        },
        err);
  }

  /**
   * Starts a service; false if that does not work, of which one line says why.
   *
   * @param err receives the line, and the stack trace of a defect
   */
  public static boolean starts(Runnable start, PrintStream err) {
    try {
      start.run();
      return true;
    } catch (RuntimeException e) {
      List<Throwable> causes = causes(e);
      if (causes.stream().noneMatch(Startup::isOfTheEnvironment)) {
        e.printStackTrace(err);
      }
      err.println("The gateway did not start: " + reason(causes));
      return false;
    }
  }

  private static String ready(GatewayServer server) {
    String plain = "ready at http://localhost:" + server.port();
    return server.tlsPort().isPresent()
        ? plain + " and https://localhost:" + server.tlsPort().getAsInt()
        : plain;
  }

  private static List<Throwable> causes(Throwable e) {
    return Stream.<Throwable>iterate(e, each -> each != null, Throwable::getCause)
        .limit(20)
        .toList();
  }

  /** What users can put right: settings, files, ports. */
  private static boolean isOfTheEnvironment(Throwable cause) {
    return cause instanceof ConfigException
        || cause instanceof IllegalArgumentException
        || cause instanceof IOException
        || cause instanceof UncheckedIOException;
  }

  /** What Helidon and Java say of what they cannot read, in the words of users. */
  private static String plain(String message) {
    return message
        .replaceAll("^Cannot read from source(?=: )", "application.yaml cannot be read")
        .replaceAll(" in 'reader',", " in")
        .replaceAll("For input string: \"[^\"]*\"(?: under radix \\d+)?", "it is no number")
        .replaceAll("^port out of range: ?(-?\\d+)$", "setting server.port cannot be \"$1\"")
        .replaceAll("Invocation of mapper '[^']*' has failed with an exception\\.(?:: )?", "")
        .replaceAll(
            "Mapping of value '(.*?)' stored under key '(.*?)' has failed(?:: )?",
            "setting $2 cannot be \"$1\": ")
        .replaceFirst(": $", "");
  }

  private static String reason(List<Throwable> causes) {
    if (causes.stream().anyMatch(BindException.class::isInstance)) {
      return "its port is already in use. Stop what listens there, or choose another port with"
          + " server.port.";
    }
    return causes.stream()
        .map(Throwable::getMessage)
        .filter(message -> message != null && !message.isBlank())
        .map(message -> plain(message.strip().replaceAll("\\s*\\R\\s*", " ")))
        .filter(message -> !message.isEmpty())
        .distinct()
        .reduce((all, next) -> all.contains(next) ? all : all + ": " + next)
        .orElseGet(() -> causes.get(0).getClass().getSimpleName());
  }

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
      int shown = Math.min(domains.size(), MOST_LINES);
      String names =
          domains.stream().limit(shown).map(CustomDomain::name).collect(Collectors.joining(", "));
      int more = domains.size() - shown;
      lines.add("domains: " + names + (more > 0 ? " and " + more + " more" : ""));
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

  /** One line for each API, with its stages; a few lines in any case. */
  static List<String> lines(List<ServedApi> stages, BiPredicate<String, String> guards) {
    Map<String, List<String>> byApi = new TreeMap<>();
    for (ServedApi stage : stages) {
      byApi
          .computeIfAbsent(stage.info().apiId(), any -> new ArrayList<>())
          .add(text(stage, guards));
    }
    List<String> lines = new ArrayList<>();
    byApi.forEach((api, texts) -> lines.add("API " + api + ": " + String.join(", ", texts)));
    if (lines.size() > MOST_LINES) {
      int more = lines.size() - MOST_LINES;
      lines.subList(MOST_LINES, lines.size()).clear();
      lines.add("and " + more + " more APIs");
    }
    return lines;
  }

  private static String text(ServedApi stage, BiPredicate<String, String> guards) {
    ApiInfo info = stage.info();
    List<String> features = new ArrayList<>();
    if (info.canary() != null) {
      features.add("canary " + info.canary().percentTraffic() + " %");
    }
    if (guards.test(info.apiId(), info.stage())) {
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
