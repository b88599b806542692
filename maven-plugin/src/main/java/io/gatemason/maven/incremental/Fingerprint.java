package io.gatemason.maven.incremental;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A SHA-256 digest of named values and files, independent of the order in a file system. */
public final class Fingerprint {
  private static final Pattern DOCUMENT = Pattern.compile("(?i)[^.].*\\.(?:ya?ml|json)");

  private final MessageDigest digest;

  /** Starts an empty one. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a value; its length goes in too, so that neighbours cannot flow into each other. */
  public Fingerprint add(String name, String value) {
    addText(name);
    addText(value);
    return this;
  }

  /** Adds a map, ordered by key. */
  public Fingerprint add(String name, Map<String, String> values) {
    addText(name);
    addText(Integer.toString(values.size()));
    new TreeMap<>(values).forEach(this::add);
    return this;
  }

  /** Adds the content of a file, or that it is missing. */
  public Fingerprint addContent(Path file) throws IOException {
    addText(file.toString());
    if (Files.isRegularFile(file)) {
      byte[] content = Files.readAllBytes(file);
      addText(Integer.toString(content.length));
      digest.update(content);
    } else {
      addText("missing");
    }
    return this;
  }

  /** Adds path, size and modification time of every file below a folder. */
  Fingerprint addStamps(Path folder) throws IOException {
    Map<String, BasicFileAttributes> files = new TreeMap<>();
    visit(folder, (file, attributes) -> files.put(file.toString(), attributes));
    files.forEach(
        (path, attributes) ->
            add(path, attributes.size() + " " + attributes.lastModifiedTime().toMillis()));
    return this;
  }

  /** The digest as hexadecimal text; nothing can be added afterwards. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Every file below a folder that could be a document; empty where there is no such folder. */
  static List<Path> documentsBelow(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    visit(folder, (file, attributes) -> files.add(file));
    files.removeIf(file -> !DOCUMENT.matcher(file.getFileName().toString()).matches());
    return files;
  }

  private void addText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private interface FileVisit {
    void file(Path file, BasicFileAttributes attributes);
  }

  private static void visit(Path folder, FileVisit visit) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            return each.endsWith("node_modules")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            visit.file(file, attributes);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
