package io.gatemason.maven.build;

import io.gatemason.generator.handler.HandlerFinding;
import io.gatemason.generator.handler.HandlerName;
import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.generator.handler.JavacSearch;
import io.gatemason.maven.settings.Jdk;
import io.gatemason.maven.settings.SettingsException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks for handlers in a process of the JDK that compiles the project: Maven may run on an older
 * one, whose compiler reads neither its sources nor its class files.
 */
public final class HandlerProcess implements HandlerSearch {
  private final Supplier<Jdk> jdk;
  private final Supplier<List<Path>> libraries;
  private final List<String> sources;
  private final Path pom;

  /**
   * Prepares a search; asks for nothing yet.
   *
   * @param jdk the JDK
   * @param libraries what the project is compiled with
   * @param sources the project's folders of sources
   * @param pom the project's pom, whose dependencies decide what is found
   */
  public HandlerProcess(
      Supplier<Jdk> jdk, Supplier<List<Path>> libraries, List<String> sources, Path pom) {
    this.jdk = jdk;
    this.libraries = libraries;
    this.sources = List.copyOf(sources);
    this.pom = pom;
  }

  @Override
  public List<HandlerFinding> find(List<HandlerName> names) {
    List<String> classPath = libraries.get().stream().map(Path::toString).toList();
    try {
      Process process =
          new ProcessBuilder(
                  jdk.get().java().toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  Path.of(
                          JavacSearch.class
                              .getProtectionDomain()
                              .getCodeSource()
                              .getLocation()
                              .toURI())
                      .toString(),
                  JavacSearch.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (ObjectOutputStream query = new ObjectOutputStream(process.getOutputStream())) {
        query.writeObject(new JavacSearch.Query(names, classPath, sources));
      }
      try (ObjectInputStream findings = new ObjectInputStream(process.getInputStream())) {
        return Stream.of((HandlerFinding[]) findings.readObject()).map(this::withPom).toList();
      }
    } catch (IOException | ClassNotFoundException | URISyntaxException e) {
      throw new SettingsException("The handlers of functions cannot be looked up: " + e, e);
    }
  }

  /** A class that is not there may come with a dependency. */
  private HandlerFinding withPom(HandlerFinding finding) {
    return finding.missing() ? finding.withInput(pom.toString()) : finding;
  }
}
