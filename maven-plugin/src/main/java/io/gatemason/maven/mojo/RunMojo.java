package io.gatemason.maven.mojo;

import io.gatemason.generator.Generator;
import io.gatemason.maven.build.ServiceBuild;
import io.gatemason.maven.incremental.Fingerprint;
import io.gatemason.maven.live.LiveService;
import io.gatemason.maven.live.LiveService.Start;
import io.gatemason.maven.settings.BuildSettings;
import io.gatemason.maven.settings.BuildTools;
import io.gatemason.maven.settings.Jdk;
import io.gatemason.maven.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Starts the service and replaces it whenever a document or its settings in {@code
 * application.yaml} change; the last good version serves until the next one is built and has
 * started, and no request is refused meanwhile. A service with a main class of its own is started
 * anew instead. Properties that begin with {@code server.} or {@code gateway.} are handed on to it,
 * such as {@code -Dserver.port=9090}; {@code -Dgatemason.authorizer.users=alice} lets everybody
 * call as alice in place of the authorizer users of a REST API. The code of functions that
 * templates declare is looked for from the folder of the documents; when it changes, the next
 * request runs the new code. API keys without values are made up and printed, and the management
 * listener is open on a free port. Ends with Ctrl-C.
 */
@Mojo(name = "run", requiresProject = false)
public final class RunMojo extends AbstractServiceMojo {
  /** Keeps the listener while the gateway behind it changes. */
  private static final String LIVE = "io.gatemason.runtime.live.LiveGateway";

  /** For Maven. */
  @Inject
  public RunMojo(MavenSession session, MojoExecution execution, BuildTools tools) {
    super(session, execution, tools);
  }

  @Override
  void perform() throws IOException, MojoFailureException {
    BuildSettings settings = settings();
    ServiceBuild build = serviceBuild();
    Jdk jdk = jdk();
    List<Path> besides = besides();
    List<Path> settingsFiles = settingsFiles(besides);
    LiveService service =
        new LiveService(
            () -> {
              Optional<Path> classes = classes(build);
              String read = digest(settingsFiles);
              return classes.map(
                  c ->
                      hasOwnMain()
                          ? new Start(
                              command(jdk, with(c, besides), List.of(), settings),
                              Optional.empty(),
                              read,
                              build.inputs())
                          : new Start(
                              command(jdk, libraries(), List.of(LIVE), settings),
                              Optional.of(joined(with(c, ownClasses()))),
                              read,
                              build.inputs()));
            },
            Stream.concat(watched(settings).stream(), settingsFiles.stream()).toList(),
            place().folder(),
            log(),
            System.err);
    Thread stop =
        new Thread(
            () -> {
              service.stop();
              maven.close();
            },
            "gateway stop");
    Runtime.getRuntime().addShutdownHook(stop);
    Optional<String> problem = run(service);
    if (problem.isPresent()) {
      throw new MojoFailureException(problem.get());
    }
  }

  /** The only goal that reads them: what is packed asks its authorizers. */
  @Override
  Map<String, String> principals() {
    return maven.withUserProperties(AUTHORIZER, Map.of());
  }

  private static Optional<String> run(LiveService service) throws IOException {
    try {
      return service.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("Interrupted.");
    }
  }

  /** Reads the settings anew, since the variables file is one of the files that may change. */
  private Optional<Path> classes(ServiceBuild build) {
    try {
      return build.classes(settings());
    } catch (SettingsException e) {
      log().error(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      log().error("cannot read or write: " + e);
    }
    return Optional.empty();
  }

  private List<Path> watched(BuildSettings settings) throws IOException {
    List<Path> watched = new ArrayList<>(List.of(settings.request().source()));
    parameters().variablesFile().map(place()::absolute).ifPresent(watched::add);
    return watched;
  }

  /** Every place from which the service would read its settings, whether or not the file exists. */
  private List<Path> settingsFiles(List<Path> besides) throws IOException {
    return Stream.concat(
            Stream.of(place().folder()),
            besides.stream().filter(entry -> !entry.toString().endsWith(".jar")))
        .map(folder -> folder.resolve("application.yaml"))
        .toList();
  }

  private static String digest(List<Path> files) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    for (Path file : files) {
      fingerprint.addContent(file);
    }
    return fingerprint.hex();
  }

  private static List<Path> with(Path classes, List<Path> besides) {
    return Stream.concat(Stream.of(classes), besides.stream()).toList();
  }

  private static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> command(
      Jdk jdk, List<Path> classPath, List<String> program, BuildSettings settings) {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.add("-Dgateway.lambda.code-folder=" + Generator.folder(settings.request().source()));
    command.add("-Dgateway.lambda.reload=true");
    command.add("-Dgateway.development=true");
    command.addAll(maven.options("server.", "gateway."));
    command.addAll(List.of("-cp", joined(classPath)));
    command.addAll(program);
    command.add(mainClass(settings));
    return command;
  }
}
