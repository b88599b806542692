package io.gatemason.maven.settings;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.toolchain.ToolchainFactory;
import org.apache.maven.toolchain.ToolchainManager;
import org.apache.maven.toolchain.ToolchainManagerPrivate;
import org.eclipse.aether.RepositorySystem;

/** What goals need of Maven to look at classes and to compile. */
public final class BuildTools {
  private final ToolchainManager chosen;
  private final ToolchainManagerPrivate toolchains;
  private final ToolchainFactory jdks;
  private final RepositorySystem repositories;
  private final ProjectDependenciesResolver projectDependencies;

  /** For Maven. */
  @Inject
  public BuildTools(
      ToolchainManager chosen,
      ToolchainManagerPrivate toolchains,
      @Named("jdk") ToolchainFactory jdks,
      RepositorySystem repositories,
      ProjectDependenciesResolver projectDependencies) {
    this.chosen = chosen;
    this.toolchains = toolchains;
    this.jdks = jdks;
    this.repositories = repositories;
    this.projectDependencies = projectDependencies;
  }

  /** The choice of a JDK within a build. */
  public JdkChoice jdkChoice(MavenSession session) {
    return new JdkChoice(session, chosen, toolchains, jdks);
  }

  /** The libraries within a build. */
  public RuntimeLibraries libraries(MavenSession session) {
    return new RuntimeLibraries(repositories, projectDependencies, session);
  }
}
