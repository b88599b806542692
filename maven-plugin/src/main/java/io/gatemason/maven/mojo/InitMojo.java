package io.gatemason.maven.mojo;

import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.maven.build.ClientCertificate;
import io.gatemason.maven.build.NewProject;
import io.gatemason.maven.build.TemplateBeside;
import io.gatemason.maven.report.ConsoleReport;
import io.gatemason.maven.settings.BuildSettings;
import io.gatemason.maven.settings.Place;
import io.gatemason.maven.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new gateway project from a document or a folder of documents: pom, settings, Dockerfile,
 * Kubernetes manifests, a dashboard and alert rules, README, self-signed certificates that stages
 * show to their backends. The code of functions that lies in folders beside the documents is
 * copied, too. Files that are there stay as they are.
 */
@Mojo(name = "init", requiresProject = false)
public final class InitMojo extends AbstractGatewayMojo {
  /**
   * The folder of the new project.
   *
   * <p>Default: a folder in the current one, named like the artifact. Example: {@code
   * -Dgatemason.output=orders}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.output")
  private @Nullable File output;

  /**
   * The Maven group of the new project.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.groupId", defaultValue = "com.example")
  private String groupId = "com.example";

  /**
   * The Maven artifact of the new project, also the name of its jar and of its Kubernetes objects.
   *
   * <p>Default: the id of the first API.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.artifactId")
  private @Nullable String artifactId;

  /**
   * Whether files that are there are replaced.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.force", defaultValue = "false")
  private boolean force;

  /** For Maven. */
  @Inject
  public InitMojo(MavenSession session, MojoExecution execution) {
    super(session, execution);
  }

  @Override
  Place place() {
    // The new project is another one than the one that Maven may have been called in.
    return new Place(
        maven.currentFolder(),
        maven.currentFolder().resolve("target/gatemason"),
        Optional.of(groupId));
  }

  @Override
  void perform() throws IOException, MojoFailureException {
    BuildSettings given = settings();
    Optional<Path> template = TemplateBeside.of(given.request().source());
    template.ifPresent(file -> log().info("Taking " + file + " too, which names the document."));
    BuildSettings settings = template.map(given::with).orElse(given);
    Instant start = Instant.now();
    GenerationResult result = Generator.check(settings.request());
    ConsoleReport console = new ConsoleReport(log());
    console.documents(result.documents(), Duration.between(start, Instant.now()));
    console.diagnostics(result.diagnostics());
    if (result.documents().isEmpty()) {
      throw new MojoFailureException("There is no readable document: no project was made.");
    }
    write(settings, result);
  }

  private void write(BuildSettings settings, GenerationResult result) throws IOException {
    String wanted = artifactId != null ? artifactId : result.documents().get(0).apiId();
    String name = NewProject.artifactId(wanted);
    if (artifactId != null && !name.equals(wanted)) {
      throw new SettingsException(
          "artifactId=\"" + wanted + "\" cannot name an image; \"" + name + "\" can.");
    }
    Path folder = place().absolute(output != null ? output : new File(name));
    NewProject project = project(name, settings, result);
    int files = project.write(folder, force);
    log().info("Wrote " + files + " files to " + folder);
    writeCertificates(result, folder);
    result
        .functions()
        .forEach(each -> log().info("Function " + each.name() + ", " + each.runtime()));
    project.missing().forEach(each -> log().warn("Missing: " + each));
    log().info("Next: cd " + folder + " && mvn package && java -jar target/" + name + ".jar");
  }

  private void writeCertificates(GenerationResult result, Path folder) throws IOException {
    for (String id : new TreeSet<>(result.clientCertificates().values())) {
      String files = ClientCertificate.path(id);
      log()
          .info(
              ClientCertificate.write(folder, id)
                  ? "Made a certificate of 365 days for backends to trust, "
                      + files
                      + ".crt; its key is beside it, and a .gitignore that keeps keys out of Git."
                  : "Kept the certificate " + files + ".crt and its key.");
    }
  }

  private NewProject project(String name, BuildSettings settings, GenerationResult result)
      throws IOException {
    String basePath = parameters().basePath();
    return new NewProject(
        settings.request().source(),
        result,
        new NewProject.Choices(
            groupId,
            name,
            maven.version(),
            settings.request().options().basePackage(),
            settings.request().options().readOptions().stage().orElse(""),
            basePath.equalsIgnoreCase("ignore") ? "" : basePath,
            parameters().apiKind().orElse(""),
            settings.request().options().parameters()));
  }
}
