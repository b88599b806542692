package io.gatemason.maven.mojo;

import io.gatemason.generator.Generator;
import io.gatemason.maven.build.GenerateStep;
import io.gatemason.maven.settings.BuildTools;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Prints all that is wrong with the documents, and writes nothing but the report for tools. */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractProjectMojo {
  /** For Maven. */
  @Inject
  public CheckMojo(MavenSession session, MojoExecution execution, BuildTools tools) {
    super(session, execution, tools);
  }

  @Override
  void perform() throws IOException, MojoFailureException {
    GenerateStep step = new GenerateStep(Generator::check, log());
    if (!step.check(settings())) {
      throw new MojoFailureException("The documents have " + step.counts() + ".");
    }
    log().info(step.counts().isEmpty() ? "Nothing is wrong." : step.counts());
  }
}
