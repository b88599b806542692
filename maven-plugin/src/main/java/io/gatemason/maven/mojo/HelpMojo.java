package io.gatemason.maven.mojo;

import io.gatemason.maven.settings.GoalsPage;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints the goals; with the name of one, all its parameters. */
@Mojo(name = "help", requiresProject = false, threadSafe = true, aggregator = true)
public final class HelpMojo extends AbstractMojo {
  /**
   * The goal. Example: {@code -Dgatemason.goal=run}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.goal")
  private @Nullable String goal;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private @Nullable MojoExecution execution;

  @Override
  public void execute() throws MojoExecutionException {
    if (execution == null) {
      throw new IllegalStateException("Maven gave no execution");
    }
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    if (goal == null) {
      System.out.println(GoalsPage.goals(plugin));
      System.out.println("-Dgatemason.goal=<goal> lists the parameters of one.");
      return;
    }
    String name = goal;
    System.out.println(
        GoalsPage.goal(plugin, name)
            .orElseThrow(() -> new MojoExecutionException(GoalsPage.noGoal(plugin, name))));
  }
}
