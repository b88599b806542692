package io.gatemason.maven.incremental;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the last successful run was made of, kept in one file. Inputs are compared by content,
 * outputs by size and modification time: a file that was edited, added or removed on either side
 * makes the run old. Not thread-safe.
 */
public final class LastRun {
  private final Path stateFile;
  private final Path source;
  private final Path output;
  private final String settings;

  /**
   * Names the run in question; reads nothing yet.
   *
   * @param stateFile where it is remembered
   * @param source a document or a folder of documents
   * @param output the folder of generated files
   * @param settings the digest of everything else that has influence
   */
  public LastRun(Path stateFile, Path source, Path output, String settings) {
    this.stateFile = stateFile;
    this.source = source;
    this.output = output;
    this.settings = settings;
  }

  /** The summary of the last run if running again would change nothing. */
  public Optional<String> unchanged() throws IOException {
    if (!Files.isRegularFile(stateFile)) {
      return Optional.empty();
    }
    Properties state = new Properties();
    try (Reader reader = Files.newBufferedReader(stateFile)) {
      state.load(reader);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean same =
        settings.equals(state.getProperty("settings"))
            && inputs(read(state)).equals(state.getProperty("inputs"))
            && outputs().equals(state.getProperty("outputs"));
    return same ? Optional.of(state.getProperty("summary", "")) : Optional.empty();
  }

  /**
   * Remembers a successful run.
   *
   * @param read every file that was read
   * @param summary what to say when nothing has changed
   */
  public void save(List<Path> read, String summary) throws IOException {
    Properties state = new Properties();
    state.setProperty("settings", settings);
    state.setProperty("inputs", inputs(read));
    state.setProperty("outputs", outputs());
    state.setProperty("summary", summary);
    for (int i = 0; i < read.size(); i++) {
      state.setProperty("read." + i, read.get(i).toString());
    }
    Files.createDirectories(stateFile.toAbsolutePath().getParent());
    try (Writer writer = Files.newBufferedWriter(stateFile)) {
      state.store(writer, null);
    }
  }

  /** Forgets the last run, so that the next one is done in full. */
  public void forget() throws IOException {
    Files.deleteIfExists(stateFile);
  }

  private static List<Path> read(Properties state) {
    List<Path> read = new ArrayList<>();
    for (int i = 0; state.getProperty("read." + i) != null; i++) {
      read.add(Path.of(state.getProperty("read." + i)));
    }
    return read;
  }

  private String inputs(List<Path> read) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    TreeSet<Path> files = new TreeSet<>(read);
    if (Files.isDirectory(source)) {
      files.addAll(Fingerprint.documentsBelow(source));
    } else {
      files.add(source);
      fingerprint.add("neighbours", neighbours().toString());
    }
    for (Path file : files) {
      fingerprint.addContent(file);
    }
    return fingerprint.hex();
  }

  /** A template that appears beside a single document has influence on it. */
  private Set<String> neighbours() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    Path folder = source.toAbsolutePath().getParent();
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
        files.forEach(file -> names.add(file.getFileName().toString()));
      }
    }
    return names;
  }

  private String outputs() throws IOException {
    return new Fingerprint().addStamps(output).hex();
  }
}
