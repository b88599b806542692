package io.gatemason.maven.mojo;

import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.maven.build.MonitoringFiles;
import io.gatemason.maven.report.ConsoleReport;
import io.gatemason.maven.settings.BuildSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a dashboard of Grafana and alert rules of Prometheus for exactly the APIs of the
 * documents. Files of an earlier run are replaced.
 */
@Mojo(name = "monitoring", requiresProject = false)
public final class MonitoringMojo extends AbstractGatewayMojo {
  /**
   * The folder of the files.
   *
   * <p>Default: the folder {@code monitoring} of the project, or in the current one. Example:
   * {@code -Dgatemason.output=deploy/monitoring}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.output")
  private @Nullable File output;

  /** For Maven. */
  @Inject
  public MonitoringMojo(MavenSession session, MojoExecution execution) {
    super(session, execution);
  }

  @Override
  void perform() throws IOException, MojoFailureException {
    BuildSettings settings = settings();
    Instant start = Instant.now();
    GenerationResult result = Generator.check(settings.request());
    ConsoleReport console = new ConsoleReport(log());
    console.documents(result.documents(), Duration.between(start, Instant.now()));
    console.diagnostics(result.diagnostics());
    if (result.documents().isEmpty()) {
      throw new MojoFailureException("There is no readable document: nothing was written.");
    }
    Path folder = place().absolute(output != null ? output : new File("monitoring"));
    String name =
        maven
            .project()
            .map(project -> project.getArtifactId())
            .orElse(result.documents().get(0).apiId());
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : MonitoringFiles.of(name, result).entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
      log().info("Wrote " + folder.resolve(file.getKey()));
    }
  }
}
