package io.gatemason.runtime.function.host;

import io.helidon.config.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a function is run here. Immutable.
 *
 * @param name its bare name
 * @param runtime the identifier of its Lambda runtime, "" if only a command is known
 * @param handler what the runtime's client is to call, "" if it knows by itself
 * @param directory the folder of its code, where its processes run; absolute
 * @param command the program of a process, with its arguments
 * @param timeout how long an invocation may take
 * @param memoryMegabytes what the function is told of its memory; nothing limits it to that
 * @param concurrency how many processes there may be at a time
 * @param environment variables of its own
 */
record FunctionSettings(
    String name,
    String runtime,
    String handler,
    Path directory,
    List<String> command,
    Duration timeout,
    int memoryMegabytes,
    int concurrency,
    Map<String, String> environment) {
  private static final Set<String> KNOWN =
      Set.of(
          "command",
          "runtime",
          "handler",
          "directory",
          "timeout-seconds",
          "memory-megabytes",
          "concurrency",
          "environment");
  private static final int DEFAULT_CONCURRENCY = 10;

  /** As on Lambda. */
  private static final Duration LEAST_INIT_TIME = Duration.ofSeconds(10);

  /** How long a process may take to initialise; as long as an invocation if that is longer. */
  Duration initTime() {
    return timeout.compareTo(LEAST_INIT_TIME) > 0 ? timeout : LEAST_INIT_TIME;
  }

  /** Whether these settings of a function say where else it is invoked, and nothing more. */
  static boolean remote(Config function) {
    return function.get("endpoint-url").exists()
        && function.asNodeList().orElse(List.of()).size() <= 1;
  }

  /** The same with its code in another folder, and with other variables of its own. */
  FunctionSettings in(Path folder, Map<String, String> variables) {
    return new FunctionSettings(
        name, runtime, handler, folder, command, timeout, memoryMegabytes, concurrency, variables);
  }

  /**
   * Reads the settings of a function that runs here; what they leave out is as it is defined.
   *
   * @param searchPath value of PATH
   * @throws IllegalArgumentException naming the setting if one is unknown or unusable
   */
  static FunctionSettings read(Config function, FunctionDefinition defined, String searchPath) {
    requireKnown(function);
    String runtime = function.get("runtime").asString().orElse(defined.runtime());
    String handler = function.get("handler").asString().orElse(defined.handler());
    if (defined.lacksCode() && !function.get("directory").exists()) {
      throw unusable(function.get("directory"), "the template names no folder with its code");
    }
    Path directory = directory(function.get("directory"), defined.directory());
    RuntimeCommand programs = new RuntimeCommand(directory, searchPath);
    return new FunctionSettings(
        defined.name(),
        runtime,
        handler,
        directory,
        command(function, programs, runtime, handler),
        Duration.ofSeconds(
            number(function.get("timeout-seconds"), defined.timeoutSeconds(), 1, 900)),
        number(function.get("memory-megabytes"), defined.memoryMegabytes(), 128, 10_240),
        number(function.get("concurrency"), DEFAULT_CONCURRENCY, 1, 1_000),
        environment(function.get("environment"), defined.environment()));
  }

  private static void requireKnown(Config function) {
    for (Config setting : function.asNodeList().orElse(List.of())) {
      if (setting.name().equals("endpoint-url")) {
        throw unusable(setting, "a function that runs here is not invoked over the network");
      }
      if (!KNOWN.contains(setting.name())) {
        throw unusable(setting, "no such setting, there are " + new TreeSet<>(KNOWN));
      }
    }
  }

  private static Path directory(Config setting, String defined) {
    Path directory = Path.of(setting.asString().orElse(defined)).toAbsolutePath().normalize();
    if (!Files.isDirectory(directory)) {
      throw unusable(setting, directory + " is not a folder");
    }
    return directory;
  }

  private static List<String> command(
      Config function, RuntimeCommand programs, String runtime, String handler) {
    Config setting = function.get(function.get("command").exists() ? "command" : "runtime");
    try {
      return setting.name().equals("command")
          ? programs.of(words(setting))
          : programs.of(runtime, handler);
    } catch (IllegalArgumentException e) {
      throw unusable(setting, String.valueOf(e.getMessage()));
    }
  }

  /** A list is taken as it is, a text is split at its blanks. */
  private static List<String> words(Config setting) {
    if (setting.type() == Config.Type.LIST) {
      return setting.asNodeList().orElse(List.of()).stream()
          .map(word -> word.asString().orElse(""))
          .toList();
    }
    String text = setting.asString().orElse("").strip();
    return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
  }

  private static int number(Config setting, int defined, int least, int most) {
    String text = setting.asString().orElse(String.valueOf(defined)).strip();
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw unusable(setting, "\"" + text + "\" is not a whole number");
    }
    throw unusable(setting, text + " is not between " + least + " and " + most);
  }

  private static Map<String, String> environment(Config setting, Map<String, String> defined) {
    Map<String, String> variables = new TreeMap<>(defined);
    for (Config variable : setting.asNodeList().orElse(List.of())) {
      String value = variable.asString().orElse("");
      variables.put(Config.Key.unescapeName(variable.name()), value);
    }
    variables.forEach(
        (name, value) -> {
          if (name.isEmpty() || name.contains("=") || (name + value).indexOf('\0') >= 0) {
            throw unusable(setting, "\"" + name + "\" cannot be an environment variable");
          }
        });
    return variables;
  }

  private static IllegalArgumentException unusable(Config setting, String reason) {
    return new IllegalArgumentException(setting.key() + ": " + reason);
  }
}
