package io.gatemason.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comments and pages cite is a page of this project, and the place in it is there. */
class CitationsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> MODULES =
      Set.of("generator", "runtime-support", "maven-plugin", "templates", "docs");
  private static final Pattern CITED =
      Pattern.compile("(?<![\\w./-])((?:\\.\\./)*[a-z][a-z0-9/-]*\\.md)(?:#([A-Za-z0-9-]+))?");

  private static final Pattern COMMENT = Pattern.compile("^\\s*(?:\\*|/\\*\\*|//).*$");

  @Test
  void citesPlacesThatThereAre() throws IOException {
    Set<String> missing = new TreeSet<>();
    List<Path> files = files();
    assertTrue(files.size() > 500, () -> "only " + files.size() + " files");
    for (Path file : files) {
      boolean java = file.toString().endsWith(".java");
      for (String line : Files.readAllLines(file)) {
        if (!java || COMMENT.matcher(line).matches()) {
          look(file, line, missing);
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static void look(Path file, String line, Set<String> missing) throws IOException {
    Matcher cited = CITED.matcher(line);
    while (cited.find()) {
      Path page = page(file, cited.group(1));
      if (page == null) {
        missing.add(ROOT.relativize(file) + " cites " + cited.group());
      } else if (cited.group(2) != null
          && !Files.readString(page).contains("<a id=\"" + cited.group(2) + "\"></a>")) {
        missing.add(ROOT.relativize(file) + " cites no place: " + cited.group());
      }
    }
  }

  /**
   * A page is named from the root of the project, from its docs, or from the page that names it.
   */
  private static @Nullable Path page(Path file, String name) {
    return Stream.of(
            ROOT.resolve(name), ROOT.resolve("docs").resolve(name), file.resolveSibling(name))
        .map(Path::normalize)
        .filter(Files::exists)
        .findFirst()
        .orElse(null);
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : MODULES) {
      Files.walkFileTree(
          ROOT.resolve(module),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              Path name = folder.getFileName();
              boolean derived = name.toString().equals("target") || name.toString().equals("adr");
              return derived || name.toString().equals("resources")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = file.toString();
              if (name.endsWith(".java") || name.endsWith(".md")) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return files;
  }
}
