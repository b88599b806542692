package io.gatemason.maven.mojo;

import io.gatemason.maven.build.JavaCheck;
import io.gatemason.maven.build.RunnableJar;
import io.gatemason.maven.settings.BuildSettings;
import io.gatemason.maven.settings.BuildTools;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Makes one jar of the service and all its libraries, which {@code java -jar} starts. Bound to a
 * phase it packs the classes of the project; called directly it generates and compiles first, also
 * where there is no project at all.
 */
@Mojo(
    name = "package",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresProject = false,
    threadSafe = true)
public final class PackageMojo extends AbstractServiceMojo {
  private final MavenProjectHelper helper;

  /**
   * The jar.
   *
   * <p>Default: in a project, the jar in {@code target} that its finalName names, else a jar in the
   * current folder that is named like the source. Example: {@code -Dgatemason.output=orders.jar}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.output")
  private @Nullable File output;

  /**
   * Whether the generated sources are attached to the project as {@code -sources.jar}, for
   * debuggers of those who depend on it. Another plugin's sources jar is left alone.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.attachSources", defaultValue = "true")
  private boolean attachSources = true;

  /** For Maven. */
  @Inject
  public PackageMojo(
      MavenSession session, MojoExecution execution, BuildTools tools, MavenProjectHelper helper) {
    super(session, execution, tools);
    this.helper = helper;
  }

  @Override
  void perform() throws IOException, MojoFailureException {
    if (!place().hasSource(parameters())) {
      log().info("No documents in " + place().source(parameters()));
      return;
    }
    BuildSettings settings = settings();
    RunnableJar content = new RunnableJar();
    if (maven.isDirectCall()) {
      Path classes =
          serviceBuild()
              .classes(settings)
              .orElseThrow(() -> new MojoFailureException("The service cannot be built."));
      content.add(classes).addAll(besides());
    } else {
      content.add(classesOfProject()).addAll(libraries());
    }
    if (!content.hasClass(mainClass(settings))) {
      throw new MojoFailureException(
          "There is no class " + mainClass(settings) + ": is the goal generate bound too?");
    }
    Path jar = jar(settings);
    JavaCheck start = new JavaCheck(mainClass(settings));
    content.add(start.compile(jdk(), place().work().resolve("launcher")));
    long bytes = content.write(jar, start.name());
    log().info(String.format(Locale.ROOT, "%s, %.1f MB", jar, bytes / 1e6));
    if (!maven.isDirectCall()) {
      attach(session.getCurrentProject(), jar, settings);
    }
  }

  private Path classesOfProject() throws MojoFailureException {
    Path classes = Path.of(session.getCurrentProject().getBuild().getOutputDirectory());
    if (!Files.isDirectory(classes)) {
      throw new MojoFailureException("There are no compiled classes in " + classes + ".");
    }
    return classes;
  }

  private Path jar(BuildSettings settings) throws IOException {
    if (output != null) {
      return place().absolute(output);
    }
    Optional<MavenProject> project = maven.project();
    if (project.isPresent()) {
      String name = project.get().getBuild().getFinalName() + ".jar";
      return Path.of(project.get().getBuild().getDirectory(), name);
    }
    String source = settings.request().source().getFileName().toString();
    return maven.currentFolder().resolve(source.replaceFirst("[.].*", "") + ".jar");
  }

  private void attach(MavenProject project, Path jar, BuildSettings settings) throws IOException {
    if (project.getPackaging().equals("jar")) {
      project.getArtifact().setFile(jar.toFile());
    }
    boolean attached =
        project.getAttachedArtifacts().stream().anyMatch(a -> "sources".equals(a.getClassifier()));
    if (attachSources && !attached && Files.isDirectory(settings.request().output())) {
      String name = jar.getFileName().toString().replaceFirst("[.]jar$", "") + "-sources.jar";
      Path sources = jar.resolveSibling(name);
      new RunnableJar().add(settings.request().output()).writePlain(sources);
      helper.attachArtifact(project, "jar", "sources", sources.toFile());
    }
  }
}
