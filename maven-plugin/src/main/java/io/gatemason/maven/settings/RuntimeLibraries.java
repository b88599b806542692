package io.gatemason.maven.settings;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** The libraries of a service. */
public final class RuntimeLibraries {
  /** What generated code calls. */
  public static final String ARTIFACT = "gatemason-runtime-support";

  private final RepositorySystem repositories;
  private final ProjectDependenciesResolver projectDependencies;
  private final MavenSession session;

  /** Resolves with the repositories of a session. */
  public RuntimeLibraries(
      RepositorySystem repositories,
      ProjectDependenciesResolver projectDependencies,
      MavenSession session) {
    this.repositories = repositories;
    this.projectDependencies = projectDependencies;
    this.session = session;
  }

  /**
   * The runtime and everything it needs, in class path order.
   *
   * @param version the version of the runtime
   * @throws SettingsException when they cannot be had
   */
  public List<Path> resolve(String version) {
    // Not as the root, so that its optional libraries stay away, as in a project that needs it.
    CollectRequest collect =
        new CollectRequest()
            .addDependency(
                new Dependency(
                    new DefaultArtifact("io.gatemason", ARTIFACT, "jar", version), "runtime"))
            .setRepositories(session.getCurrentProject().getRemoteProjectRepositories());
    try {
      return repositories
          .resolveDependencies(session.getRepositorySession(), new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(result -> result.getArtifact().getFile().toPath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw new SettingsException("The runtime cannot be resolved: " + e.getMessage(), e);
    }
  }

  /**
   * The libraries of the current project at run time, in class path order.
   *
   * @param version the version of the runtime that its message proposes
   * @throws SettingsException when they cannot be had, or the runtime is not among them
   */
  public List<Path> ofProject(String version) {
    DefaultDependencyResolutionRequest request =
        new DefaultDependencyResolutionRequest(
            session.getCurrentProject(), session.getRepositorySession());
    try {
      List<Dependency> libraries =
          projectDependencies.resolve(request).getResolvedDependencies().stream()
              .filter(library -> List.of("compile", "runtime").contains(library.getScope()))
              .toList();
      if (libraries.stream().noneMatch(l -> l.getArtifact().getArtifactId().equals(ARTIFACT))) {
        throw new SettingsException(
            "The project needs the dependency io.gatemason:" + ARTIFACT + ":" + version + ".");
      }
      return libraries.stream().map(l -> l.getArtifact().getFile().toPath()).toList();
    } catch (org.apache.maven.project.DependencyResolutionException e) {
      throw new SettingsException(
          "The project's dependencies cannot be resolved: " + e.getMessage(), e);
    }
  }
}
