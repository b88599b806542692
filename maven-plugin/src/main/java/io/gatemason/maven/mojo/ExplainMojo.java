package io.gatemason.maven.mojo;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.DiagnosticPages;
import io.gatemason.maven.settings.Place;
import io.gatemason.maven.settings.SettingsException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints the page of one diagnostic code; without a code, the list of all codes. What it prints is
 * all that it is for, so {@code mvn -q} prints it too.
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true, aggregator = true)
public final class ExplainMojo extends AbstractMojo {
  /**
   * The code. Example: {@code -Dgatemason.code=GM1001}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.code")
  private @Nullable String code;

  @Override
  public void execute() throws MojoExecutionException {
    if (code == null) {
      for (DiagnosticCode each : DiagnosticCode.all()) {
        System.out.println(each + "  " + each.title());
      }
      return;
    }
    try {
      System.out.println(DiagnosticPages.page(Place.code(code)).strip());
    } catch (SettingsException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
