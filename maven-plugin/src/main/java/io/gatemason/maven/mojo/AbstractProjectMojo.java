package io.gatemason.maven.mojo;

import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.maven.build.HandlerProcess;
import io.gatemason.maven.settings.BuildTools;
import io.gatemason.maven.settings.JdkChoice;
import io.gatemason.maven.settings.RuntimeLibraries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** What the goals share that know the classes of the project, if there is one. */
abstract class AbstractProjectMojo extends AbstractGatewayMojo {
  final JdkChoice jdkChoice;
  private final RuntimeLibraries libraries;

  AbstractProjectMojo(MavenSession session, MojoExecution execution, BuildTools tools) {
    super(session, execution);
    this.jdkChoice = tools.jdkChoice(session);
    this.libraries = tools.libraries(session);
  }

  @Override
  final HandlerSearch handlers() throws IOException {
    if (maven.project().isEmpty()) {
      return HandlerSearch.NOWHERE;
    }
    MavenProject project = maven.project().get();
    return new HandlerProcess(
        jdkChoice::jdk, this::libraries, sourceRoots(), project.getFile().toPath());
  }

  /** The libraries of the service, in class path order. */
  final List<Path> libraries() {
    return maven.project().isPresent()
        ? libraries.ofProject(maven.version())
        : libraries.resolve(maven.version());
  }

  /** The folders of the project's own sources; none where there is no project. */
  final List<String> sourceRoots() throws IOException {
    String generated = place().generatedSources(parameters()).toString();
    return maven
        .project()
        .map(MavenProject::getCompileSourceRoots)
        .map(roots -> roots.stream().filter(root -> !root.equals(generated)).toList())
        .orElse(List.of());
  }
}
