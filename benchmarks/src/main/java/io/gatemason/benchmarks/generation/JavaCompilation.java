package io.gatemason.benchmarks.generation;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources with the compiler of the running JDK. */
public final class JavaCompilation {
  private JavaCompilation() {}

  /**
   * Compiles all sources of a folder against the class path of this process.
   *
   * @throws IOException with the compiler's messages if it has any: generated code has no warnings
   */
  public static void compile(Path sources, Path classes) throws IOException {
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (Stream<Path> files = Files.walk(sources);
        StandardJavaFileManager manager =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<Path> javaFiles = files.filter(file -> file.toString().endsWith(".java")).toList();
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  List.of(
                      "--release",
                      "21",
                      "-proc:none",
                      "-nowarn",
                      "-classpath",
                      System.getProperty("java.class.path"),
                      "-d",
                      classes.toString()),
                  null,
                  manager.getJavaFileObjectsFromPaths(javaFiles))
              .call();
      if (!compiled || !messages.toString().isEmpty()) {
        throw new IOException("Generated code in " + sources + ":\n" + messages);
      }
    }
  }
}
