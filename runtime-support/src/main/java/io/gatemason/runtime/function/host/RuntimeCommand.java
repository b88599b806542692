package io.gatemason.runtime.function.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs that run functions: of a runtime, its public runtime interface client. Every method
 * throws {@link IllegalArgumentException}, saying what to do, if a program is not there.
 */
final class RuntimeCommand {
  private static final String NODE_CLIENT = "node_modules/.bin/aws-lambda-ric";

  private final Path directory;
  private final String searchPath;

  /**
   * Commands that run in {@code directory}.
   *
   * @param searchPath value of PATH
   */
  RuntimeCommand(Path directory, String searchPath) {
    this.directory = directory;
    this.searchPath = searchPath;
  }

  /** The command for a runtime of Lambda. */
  List<String> of(String runtime, String handler) {
    if (runtime.startsWith("nodejs")) {
      return List.of(program("node"), nodeClient(), required(handler));
    }
    if (runtime.startsWith("python")) {
      return List.of(program("python3"), "-m", "awslambdaric", required(handler));
    }
    if (runtime.startsWith("provided")) {
      return List.of(program("./bootstrap"));
    }
    if (runtime.isEmpty()) {
      throw new IllegalArgumentException("a runtime or a command is needed");
    }
    throw new IllegalArgumentException(
        "no command is known for the runtime \"" + runtime + "\": set one");
  }

  /** The command of these words, its program found. */
  List<String> of(List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a program is needed");
    }
    List<String> command = new ArrayList<>(words);
    command.set(0, program(words.getFirst()));
    return List.copyOf(command);
  }

  /** A program with a folder is looked for from the function's, one without on the PATH. */
  private String program(String name) {
    if (name.contains("/") || name.contains(File.separator)) {
      Path file = directory.resolve(name).normalize();
      if (!Files.isExecutable(file)) {
        throw new IllegalArgumentException(file + " is not an executable file");
      }
      return file.toString();
    }
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      for (String ending : List.of("", ".exe")) {
        Path file = directory.resolve(folder).resolve(name + ending);
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          return file.toString();
        }
      }
    }
    throw new IllegalArgumentException("\"" + name + "\" is not on the PATH");
  }

  /** Found as Node finds modules: in the function's folder or the nearest one above it. */
  private String nodeClient() {
    for (@Nullable Path folder = directory; folder != null; folder = folder.getParent()) {
      Path client = folder.resolve(NODE_CLIENT);
      if (Files.exists(client)) {
        try {
          return client.toRealPath().toString();
        } catch (IOException e) {
          throw new IllegalArgumentException(client + " cannot be read: " + e.getMessage(), e);
        }
      }
    }
    throw new IllegalArgumentException(
        "no %s in %s or above: install the runtime's client there (npm install aws-lambda-ric)"
            .formatted(NODE_CLIENT, directory));
  }

  private static String required(String handler) {
    if (handler.isEmpty()) {
      throw new IllegalArgumentException("the runtime needs a handler");
    }
    return handler;
  }
}
