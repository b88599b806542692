package io.gatemason.maven.mojo;

import io.gatemason.generator.Generator;
import io.gatemason.maven.build.GenerateStep;
import io.gatemason.maven.build.ServiceBuild;
import io.gatemason.maven.settings.BuildSettings;
import io.gatemason.maven.settings.BuildTools;
import io.gatemason.maven.settings.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals share that compile a service themselves. */
abstract class AbstractServiceMojo extends AbstractProjectMojo {
  /**
   * The folder of generated sources, where a debugger finds them.
   *
   * <p>Default: {@code target/generated-sources/gateway} in a project, else a temporary folder.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.generatedSources")
  private @Nullable File generatedSources;

  /**
   * The class whose {@code main} starts the service.
   *
   * <p>Default: the generated {@code Gateway}. Example: {@code
   * <mainClass>com.example.orders.Start</mainClass>} for a service that starts more than its
   * gateway.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.mainClass")
  private @Nullable String mainClass;

  AbstractServiceMojo(MavenSession session, MojoExecution execution, BuildTools tools) {
    super(session, execution, tools);
  }

  @Override
  final Optional<File> generatedSources() {
    return Optional.ofNullable(generatedSources);
  }

  final Jdk jdk() {
    return jdkChoice.jdk();
  }

  /** The build of the documents, into folders below the work folder. */
  final ServiceBuild serviceBuild() throws IOException {
    Path work = place().work().resolve(maven.project().isPresent() ? "service" : "classes");
    return new ServiceBuild(
        new GenerateStep(Generator::generate, log()), jdk(), besides(), sourceRoots(), work, log());
  }

  /** What stands on the class path after the compiled documents. */
  final List<Path> besides() {
    List<Path> classPath = new ArrayList<>(ownClasses());
    classPath.addAll(libraries());
    return classPath;
  }

  /** The resources and classes of the project; none where there is no project. */
  final List<Path> ownClasses() {
    List<Path> classPath = new ArrayList<>();
    maven.project().ifPresent(project -> addOwn(project, classPath));
    return classPath;
  }

  /** Whether the service is started by a class that the user has written. */
  final boolean hasOwnMain() {
    return mainClass != null;
  }

  /** The class that starts the service. */
  final String mainClass(BuildSettings settings) {
    return mainClass != null ? mainClass : settings.request().options().basePackage() + ".Gateway";
  }

  private static void addOwn(MavenProject project, List<Path> classPath) {
    for (Resource resource : project.getBuild().getResources()) {
      classPath.add(Path.of(resource.getDirectory()));
    }
    classPath.add(Path.of(project.getBuild().getOutputDirectory()));
  }
}
