package io.gatemason.runtime.generated;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles folders of generated sources as strictly as the project compiles its own. */
final class JavaCompilation {
  private static final List<String> OPTIONS =
      List.of("--release", "21", "-Xlint:all,-processing,-classfile", "-Werror", "-proc:none");

  private JavaCompilation() {}

  /** Compiles all sources below a folder; gives the compiler's complaints, empty if it has none. */
  static List<String> compile(Path sources, Path classes) throws IOException {
    return compile(sources, sources, classes);
  }

  /** As above, together with what these sources use of another folder, which need not exist. */
  static List<String> compile(Path sources, Path besides, Path classes) throws IOException {
    return compile(sources, besides, classes, System.getProperty("java.class.path"));
  }

  /** As above, with another class path than that of this process. */
  static List<String> compile(Path sources, Path besides, Path classes, String classPath)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(complaints, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = new ArrayList<>(OPTIONS);
      options.addAll(List.of("-d", classes.toString(), "-sourcepath", besides.toString()));
      options.addAll(List.of("-classpath", classPath));
      compiler
          .getTask(
              new StringWriter(),
              manager,
              complaints,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    return complaints.getDiagnostics().stream().map(Object::toString).toList();
  }
}
