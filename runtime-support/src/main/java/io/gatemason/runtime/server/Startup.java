package io.gatemason.runtime.server;

import io.gatemason.runtime.observe.ProcessLog;
import io.helidon.config.ConfigException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Starts a service from its {@code main} method. */
public final class Startup {
  private static final System.Logger LOG = System.getLogger(Startup.class.getName());

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
          GatewayServer server = service.apply(settings());
          LOG.log(System.Logger.Level.INFO, ready(server));
        },
        err);
  }

  /** The settings as they are now, and the log of the process written as they say. */
  public static GatewaySettings settings() {
    GatewaySettings settings = GatewaySettings.load();
    ProcessLog.configure(settings.config());
    return settings;
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
      if (isDefect(e)) {
        e.printStackTrace(err);
      }
      err.println("The gateway did not start: " + reason(e));
      return false;
    }
  }

  /** Whether nothing that users could put right is among the causes. */
  static boolean isDefect(RuntimeException e) {
    return causes(e).stream().noneMatch(Startup::isOfTheEnvironment);
  }

  /** Why settings or what they name cannot be used, in one line. */
  static String reason(RuntimeException e) {
    return reason(causes(e));
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
        .replaceAll("Text cannot be parsed to a Duration", "it is no duration, such as PT30S")
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
}
