package io.gatemason.maven.mojo;

import io.gatemason.generator.Generator;
import io.gatemason.generator.describe.ApiDescription;
import io.gatemason.maven.build.GenerateStep;
import io.gatemason.maven.build.GenerateStep.Outcome;
import io.gatemason.maven.settings.BuildSettings;
import io.gatemason.maven.settings.BuildTools;
import io.gatemason.maven.settings.CompilerDefaults;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Generates Java sources from OpenAPI documents and adds them to the sources that are compiled.
 * Does nothing when neither documents nor settings have changed. Where the build has not chosen a
 * JDK 21 or newer, one is looked for and chosen as the toolchain of the plugins that follow.
 */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresProject = false,
    threadSafe = true)
public final class GenerateMojo extends AbstractProjectMojo {
  /**
   * The folder of generated sources. It belongs to this goal: stale files are deleted there. A path
   * that ends in {@code .jar} is meant for the goal {@code package} and leaves the default.
   *
   * <p>Default: {@code target/generated-sources/gateway}. Example: {@code
   * -Dgatemason.output=generated}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.output")
  private @Nullable File output;

  /** For Maven. */
  @Inject
  public GenerateMojo(MavenSession session, MojoExecution execution, BuildTools tools) {
    super(session, execution, tools);
  }

  @Override
  void perform() throws IOException, MojoFailureException {
    if (!place().hasSource(parameters())) {
      log().info("No documents in " + place().source(parameters()));
      return;
    }
    BuildSettings settings = settings();
    GenerateStep step = new GenerateStep(Generator::generate, log());
    Outcome outcome = step.run(settings);
    if (outcome == Outcome.REFUSED) {
      throw new MojoFailureException("Nothing usable was generated: " + step.counts() + ".");
    }
    maven
        .project()
        .ifPresent(
            project -> {
              project.addCompileSourceRoot(settings.request().output().toString());
              project.addResource(description(settings));
              CompilerDefaults.set(project);
              if (!maven.isDirectCall()) {
                jdkChoice.chooseForBuild();
              }
            });
    if (maven.project().isEmpty() && outcome == Outcome.GENERATED) {
      log().info("Generated " + settings.request().output());
    }
  }

  /** What the console of the service shows of the documents. */
  private static Resource description(BuildSettings settings) {
    Resource resource = new Resource();
    resource.setDirectory(settings.request().output().toString());
    resource.addInclude(ApiDescription.PATH);
    return resource;
  }

  @Override
  Optional<File> generatedSources() {
    Optional<File> set = Optional.ofNullable(output).filter(f -> !f.getName().endsWith(".jar"));
    if (set.isPresent() || maven.project().isPresent()) {
      return set;
    }
    Path current = maven.currentFolder();
    return Optional.of(current.resolve("target/generated-sources/gateway").toFile());
  }
}
