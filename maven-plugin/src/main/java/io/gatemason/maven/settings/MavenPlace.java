package io.gatemason.maven.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * The build in which a goal runs: a project that has the plugin in its pom, or no such project, as
 * when the goal is called by its full name in any folder.
 */
public final class MavenPlace {
  private static final String OWN = "gatemason.";

  private final MavenSession session;
  private final MojoExecution execution;
  private Optional<Path> temporary = Optional.empty();

  /** Looks at a session. */
  public MavenPlace(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.execution = execution;
  }

  /** The project that the goal works for; empty where it works for none. */
  public Optional<MavenProject> project() {
    MavenProject project = session.getCurrentProject();
    Plugin plugin = execution.getPlugin();
    boolean own =
        project.getFile() != null
            && (!isDirectCall() || project.getPlugin(plugin.getKey()) != null);
    return own ? Optional.of(project) : Optional.empty();
  }

  /** Whether the goal was named on the command line, instead of being bound to a phase. */
  public boolean isDirectCall() {
    return execution.getSource() == MojoExecution.Source.CLI;
  }

  /** Whether a goal that works for no project was called for one of several modules again. */
  public boolean isRepetition() {
    return project().isEmpty() && !session.getCurrentProject().isExecutionRoot();
  }

  /** The place where the goal runs; without a project its work folder is a temporary one. */
  public Place place() throws IOException {
    Optional<MavenProject> project = project();
    if (project.isPresent()) {
      Path target = Path.of(project.get().getBuild().getDirectory());
      return new Place(
          project.get().getBasedir().toPath(),
          target.resolve("gatemason"),
          Optional.of(project.get().getGroupId()));
    }
    return new Place(currentFolder(), temporary().resolve("gatemason"), Optional.empty());
  }

  /** The folder in which Maven was called. */
  public Path currentFolder() {
    return Path.of(session.getExecutionRootDirectory()).toAbsolutePath();
  }

  /** The version of the plugin, which is the version of the runtime too. */
  public String version() {
    return plugin().getVersion();
  }

  /** The version, with sizes and times of jars whose content may change while it does not. */
  public String toolVersion() {
    StringBuilder text = new StringBuilder(version());
    for (Artifact artifact : plugin().getArtifacts()) {
      if (artifact.isSnapshot()) {
        text.append(' ').append(artifact.getFile().length());
        text.append('@').append(artifact.getFile().lastModified());
      }
    }
    return text.toString();
  }

  /** Adds what was given as properties that begin with a prefix; these win. */
  public Map<String, String> withUserProperties(String prefix, Map<String, String> configured) {
    Map<String, String> values = new HashMap<>(configured);
    for (String name : session.getUserProperties().stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        values.put(name.substring(prefix.length()), session.getUserProperties().getProperty(name));
      }
    }
    return values;
  }

  /**
   * What to say about properties on the command line that look like parameters and that no goal
   * reads; once for a build of many modules.
   */
  public List<String> unknownProperties() {
    if (!session.getCurrentProject().isExecutionRoot()) {
      return List.of();
    }
    Set<String> known =
        plugin().getMojos().stream()
            .map(MojoDescriptor::getParameters)
            .flatMap(List::stream)
            .map(parameter -> String.valueOf(parameter.getExpression()))
            .map(expression -> expression.replaceAll("^\\$\\{|\\}$", ""))
            .filter(name -> name.startsWith(OWN))
            .collect(Collectors.toCollection(TreeSet::new));
    return UnknownProperties.of(session.getUserProperties().stringPropertyNames(), known);
  }

  /** The properties given on the command line whose names begin so, as options of a JVM. */
  public List<String> options(String... prefixes) {
    return session.getUserProperties().stringPropertyNames().stream()
        .filter(name -> Stream.of(prefixes).anyMatch(name::startsWith))
        .sorted()
        .map(name -> "-D" + name + "=" + session.getUserProperties().getProperty(name))
        .toList();
  }

  /** Deletes the temporary folder; safe to be called again. */
  public synchronized void close() {
    temporary.ifPresent(Folders::delete);
    temporary = Optional.empty();
  }

  private synchronized Path temporary() throws IOException {
    if (temporary.isEmpty()) {
      temporary = Optional.of(Files.createTempDirectory("gatemason"));
    }
    return temporary.get();
  }

  private PluginDescriptor plugin() {
    return execution.getMojoDescriptor().getPluginDescriptor();
  }
}
