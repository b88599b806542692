package io.gatemason.maven.build;

import io.gatemason.maven.settings.Folders;
import io.gatemason.maven.settings.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.lang.model.SourceVersion;

/**
 * The class that {@code java -jar} starts: compiled for Java 8, it says in one line that a Java is
 * too old for the service, which could not even be loaded there, and calls the service's own class
 * otherwise.
 */
public final class JavaCheck {
  private static final int OLDEST = 8;

  // No text block: the plugin that writes the descriptor cannot read this one.
  private static final String SOURCE =
      String.join(
          "\n",
          "%1$s/** Starts the service, or says that this Java is too old for it. */",
          "public final class %2$sLauncher {",
          "  private %2$sLauncher() {}",
          "",
          "  public static void main(String[] arguments) throws Exception {",
          "    String version = System.getProperty(\"java.specification.version\");",
          "    if (Double.parseDouble(version) < 21) {",
          "      System.err.println(",
          "          \"This service needs Java 21 or newer; \"",
          "              + System.getProperty(\"java.home\")",
          "              + \" is Java \"",
          "              + version",
          "              + \".\");",
          "      System.exit(1);",
          "    }",
          "    %2$s.main(arguments);",
          "  }",
          "}",
          "");

  /** Compiled with, in place of the class that is in the jar already. */
  private static final String STAND_IN =
      """
      %1$sfinal class %2$s {
        static void main(String[] arguments) throws Exception {}
      }
      """;

  private final String mainClass;

  /**
   * Names the class.
   *
   * @param mainClass the class whose {@code main} starts the service
   * @throws IllegalArgumentException where Java has no such name
   */
  public JavaCheck(String mainClass) {
    if (!SourceVersion.isName(mainClass)) {
      throw new IllegalArgumentException("\"" + mainClass + "\" is not the name of a class");
    }
    this.mainClass = mainClass;
  }

  /** The class to start in place of the service's own, in the same package. */
  public String name() {
    return mainClass + "Launcher";
  }

  /**
   * Compiles it.
   *
   * @param jdk whose compiler to use
   * @param work a folder of its own
   * @return the folder of the class
   * @throws IOException when it cannot be compiled or written
   */
  public Path compile(Jdk jdk, Path work) throws IOException {
    Folders.delete(work);
    Path sources = Files.createDirectories(work.resolve("sources"));
    int dot = mainClass.lastIndexOf('.');
    String start = dot < 0 ? "" : "package " + mainClass.substring(0, dot) + ";\n\n";
    String simpleName = mainClass.substring(dot + 1);
    Files.writeString(
        sources.resolve(simpleName + "Launcher.java"), SOURCE.formatted(start, simpleName));
    Files.writeString(sources.resolve(simpleName + ".java"), STAND_IN.formatted(start, simpleName));
    Path classes = work.resolve("classes");
    String failure =
        JavaCompilation.forRelease(jdk.javac(), OLDEST)
            .compile(sources, classes, work.resolve("javac.args"));
    if (!failure.isEmpty()) {
      throw new IOException("the start of the jar does not compile: " + failure);
    }
    Files.delete(classes.resolve(mainClass.replace('.', '/') + ".class"));
    return classes;
  }
}
