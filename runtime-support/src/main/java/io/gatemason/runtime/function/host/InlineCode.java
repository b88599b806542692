package io.gatemason.runtime.function.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The code that templates have themselves, written to folders that nobody else may read and that
 * are deleted when the gateway stops. Used by one thread at a time. Source: {@code
 * docs/behaviour/import.md#functions}.
 */
final class InlineCode implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(InlineCode.class.getName());
  private static final String NODE_PATH = "NODE_PATH";

  private final List<Path> folders = new ArrayList<>();

  /** The settings of a function with a folder of its own, in which its code is a file. */
  FunctionSettings placed(FunctionSettings function, String code) {
    try {
      Path folder = Files.createTempDirectory("gateway-function-");
      folders.add(folder);
      Files.writeString(folder.resolve(file(function.runtime())), code);
      return function.in(folder, environment(function));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(String runtime) {
    return runtime.startsWith("python") ? "index.py" : "index.js";
  }

  /** Modules are found where they would be if the code lay beside its template. */
  private static Map<String, String> environment(FunctionSettings function) {
    Map<String, String> variables = new TreeMap<>(function.environment());
    variables.putIfAbsent(
        NODE_PATH,
        Stream.iterate(function.directory(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve("node_modules").toString())
            .collect(Collectors.joining(File.pathSeparator)));
    return variables;
  }

  @Override
  public void close() {
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "the folder {0} stays behind: {1}", folder, e);
      }
    }
  }
}
