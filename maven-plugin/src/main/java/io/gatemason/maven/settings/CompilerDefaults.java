package io.gatemason.maven.settings;

import java.util.List;
import java.util.Properties;
import org.apache.maven.project.MavenProject;

/** What a short pom leaves open and generated code needs. */
public final class CompilerDefaults {
  private static final List<String> RELEASES =
      List.of("maven.compiler.release", "maven.compiler.source", "maven.compiler.target");

  private CompilerDefaults() {}

  /** Sets Java 21 and UTF-8 where the project says nothing of either. */
  public static void set(MavenProject project) {
    Properties properties = project.getProperties();
    if (RELEASES.stream().noneMatch(properties::containsKey)) {
      RELEASES.forEach(name -> properties.setProperty(name, "21"));
    }
    properties.putIfAbsent("project.build.sourceEncoding", "UTF-8");
  }
}
