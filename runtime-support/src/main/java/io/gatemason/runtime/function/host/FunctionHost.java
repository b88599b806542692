package io.gatemason.runtime.function.host;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.config.Switch;
import io.gatemason.runtime.function.FunctionInvoker;
import io.helidon.config.Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;

/**
 * Runs functions in child processes that speak the Lambda Runtime API: programs of any language, by
 * themselves or with the public runtime interface client of the language. Safe for concurrent use.
 *
 * <p>Settings of a function, {@code gateway.lambda.functions.<name>.}:
 *
 * <ul>
 *   <li>{@code command}: the program of a process with its arguments, as a list, or as a text that
 *       is split at its blanks. A program with a folder is looked for from {@code directory}, one
 *       without on the PATH
 *   <li>{@code runtime}: instead of a command, the identifier of a Lambda runtime. {@code nodejs*}
 *       is {@code node} with the aws-lambda-ric of the nearest node_modules, {@code python*} is
 *       {@code python3 -m awslambdaric}, {@code provided*} is {@code ./bootstrap}
 *   <li>{@code handler}: what the runtime is to call
 *   <li>{@code directory}: the folder of the code, where its processes run; the working directory
 *   <li>{@code timeout-seconds} (3, up to 900): how long an invocation may take, without the start
 *       of a process, which may take as long but at least 10 seconds
 *   <li>{@code concurrency} (10): how many processes there may be; one runs one invocation at a
 *       time
 *   <li>{@code memory-megabytes} (128): what the function is told; nothing limits it to that
 *   <li>{@code environment.<NAME>}: variables, beside those described at {@link ChildEnvironment}
 * </ul>
 *
 * <p>{@code gateway.lambda.code-folder} is the folder that stands for that of the documents: from
 * there the code of the functions that resource templates define is looked for. It is the working
 * directory unless set.
 *
 * <p>With {@code gateway.lambda.reload}, an invocation that finds a file of its function's folder
 * changed runs in a new process. That is for those who work on the code: it looks at every file but
 * those of hidden folders, node_modules, __pycache__ and target.
 */
public final class FunctionHost implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FunctionHost.class.getName());
  private static final String SETTING = "gateway.lambda.functions";

  /** For asynchronous invocations: the others have ended before the gateway stops. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration FORCE_AFTER = Duration.ofSeconds(2);

  private final Map<String, FunctionPool> pools;
  private final Map<String, MissingFunction> missing;
  private final ScheduledThreadPoolExecutor timer;
  private final InlineCode code;

  private FunctionHost(
      Map<String, FunctionPool> pools,
      Map<String, MissingFunction> missing,
      ScheduledThreadPoolExecutor timer,
      InlineCode code) {
    this.pools = pools;
    this.missing = missing;
    this.timer = timer;
    this.code = code;
  }

  /**
   * Reads the settings; processes are started by the first invocations. A function that is defined
   * and has no settings is invoked at the endpoint of functions, if there is one. Else it runs
   * here; if it cannot, because its code or its runtime is not on this machine, the log says so,
   * and every invocation fails: whoever has its code here does not mean the function of the cloud,
   * unless {@code gateway.lambda.remote} says so.
   *
   * @param config all settings of the service
   * @param defined functions of resource templates
   * @param region region of the service
   * @param endpoint whether functions are invoked at another place than AWS Lambda itself
   * @param callbacks where functions call connections of WebSocket APIs, asked for when a process
   *     starts; "" if nobody knows
   * @throws IllegalArgumentException naming the setting if one is unusable
   */
  public static FunctionHost open(
      Config config,
      List<FunctionDefinition> defined,
      String region,
      boolean endpoint,
      Supplier<String> callbacks) {
    Map<String, String> environment = System.getenv();
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, action -> Thread.ofPlatform().daemon().name("function-alarms").unstarted(action));
    timer.setRemoveOnCancelPolicy(true);
    Surroundings surroundings =
        new Surroundings(
            region,
            () -> ChildEnvironment.withCallbacks(environment, callbacks.get()),
            WallClock.system(),
            timer,
            Switch.read(config.get("gateway.lambda.reload")).orElse(false));
    Map<String, FunctionPool> pools = new LinkedHashMap<>();
    String codeFolder = config.get("gateway.lambda.code-folder").asString().orElse("");
    List<FunctionDefinition> found = defined.stream().map(each -> each.below(codeFolder)).toList();
    Map<String, MissingFunction> missing = new LinkedHashMap<>();
    boolean remote = Switch.read(config.get("gateway.lambda.remote")).orElse(false);
    Config functions = config.get(SETTING);
    List<FunctionDefinition> local =
        found.stream()
            .filter(each -> !endpoint || functions.get(Config.Key.escapeName(each.name())).exists())
            .toList();
    InlineCode code = new InlineCode();
    settings(functions, local, environment.getOrDefault("PATH", ""), remote, missing).stream()
        .map(function -> placed(function, local, functions, code))
        .forEach(function -> pools.put(function.name(), new FunctionPool(function, surroundings)));
    return new FunctionHost(Collections.unmodifiableMap(pools), Map.copyOf(missing), timer, code);
  }

  /** Code that a template has itself needs a folder, unless settings name one. */
  private static FunctionSettings placed(
      FunctionSettings function, List<FunctionDefinition> defined, Config all, InlineCode code) {
    Config folder = all.get(Config.Key.escapeName(function.name())).get("directory");
    return defined.stream()
        .filter(each -> each.name().equals(function.name()) && !folder.exists())
        .map(FunctionDefinition::inlineCode)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> code.placed(function, text))
        .orElse(function);
  }

  private static List<FunctionSettings> settings(
      Config functions,
      List<FunctionDefinition> defined,
      String searchPath,
      boolean remote,
      Map<String, MissingFunction> missing) {
    Map<String, FunctionDefinition> known = new TreeMap<>();
    defined.forEach(each -> known.put(each.name(), each));
    functions.asNodeList().orElse(List.of()).stream()
        .map(each -> Config.Key.unescapeName(each.name()))
        .forEach(name -> known.putIfAbsent(name, FunctionDefinition.unknown(name)));
    List<FunctionSettings> settings = new ArrayList<>();
    for (FunctionDefinition definition : known.values()) {
      Config function = functions.get(Config.Key.escapeName(definition.name()));
      if (!FunctionSettings.remote(function)) {
        read(function, definition, searchPath, remote, missing).ifPresent(settings::add);
      }
    }
    return settings;
  }

  private static Optional<FunctionSettings> read(
      Config function,
      FunctionDefinition definition,
      String searchPath,
      boolean remote,
      Map<String, MissingFunction> missing) {
    try {
      return Optional.of(FunctionSettings.read(function, definition, searchPath));
    } catch (IllegalArgumentException e) {
      if (function.exists()) {
        throw e;
      }
      if (remote) {
        LOG.log(
            System.Logger.Level.WARNING,
            "function {0} cannot run here and is invoked over the network: {1}",
            definition.name(),
            e.getMessage());
      } else {
        LOG.log(
            System.Logger.Level.ERROR,
            "function {0} cannot run here, its invocations fail: {1}; gateway.lambda.remote=true"
                + " invokes it at AWS Lambda",
            definition.name(),
            e.getMessage());
        missing.put(
            definition.name(),
            new MissingFunction(definition.name(), String.valueOf(e.getMessage())));
      }
      return Optional.empty();
    }
  }

  /** The functions that run here, or should and cannot, by their bare names. */
  public Map<String, FunctionInvoker> functions() {
    Map<String, FunctionInvoker> functions = new LinkedHashMap<>(missing);
    functions.putAll(pools);
    return Map.copyOf(functions);
  }

  /** Ends all processes; those that are at an asynchronous invocation get 5 seconds to end it. */
  @Override
  public void close() {
    Ticker ticker = Ticker.system();
    long start = ticker.nanos();
    List<FunctionProcess> stopped = new ArrayList<>();
    pools.values().forEach(FunctionPool::refuse);
    try {
      for (FunctionPool pool : pools.values()) {
        pool.drain(GRACE.toNanos() - (ticker.nanos() - start));
      }
      pools.values().forEach(pool -> stopped.addAll(pool.stop()));
      long asked = ticker.nanos();
      for (FunctionProcess process : stopped) {
        long left = FORCE_AFTER.toNanos() - (ticker.nanos() - asked);
        process.awaitEnd(Math.max(0, left));
      }
    } catch (InterruptedException e) {
      pools.values().forEach(pool -> stopped.addAll(pool.stop()));
      stopped.forEach(FunctionProcess::kill);
      Thread.currentThread().interrupt();
    } finally {
      timer.shutdownNow();
      code.close();
    }
  }
}
