package io.gatemason.generator.handler;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Asks the Java compiler of the running JDK, which reads declarations of sources and class files,
 * and neither compiles nor runs anything. Immutable.
 */
public final class JavacSearch implements HandlerSearch {
  private final List<String> classPath;
  private final List<String> sourcePath;

  /**
   * What a process is asked that runs {@link #main}.
   *
   * @param names the handlers
   * @param classPath the libraries, in order
   * @param sourcePath folders of sources
   */
  public record Query(List<HandlerName> names, List<String> classPath, List<String> sourcePath)
      implements Serializable {
    public Query {
      names = List.copyOf(names);
      classPath = List.copyOf(classPath);
      sourcePath = List.copyOf(sourcePath);
    }
  }

  /** Searches libraries and folders of sources. */
  public JavacSearch(List<String> classPath, List<String> sourcePath) {
    this.classPath = List.copyOf(classPath);
    this.sourcePath = List.copyOf(sourcePath);
  }

  /**
   * Answers one query: a serialised {@link Query} on standard input, an array of findings on
   * standard output. For JDKs other than the one on which the generator runs.
   */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    Query query = (Query) new ObjectInputStream(System.in).readObject();
    HandlerSearch search = new JavacSearch(query.classPath(), query.sourcePath());
    ObjectOutputStream out = new ObjectOutputStream(System.out);
    out.writeObject(search.find(query.names()).toArray(HandlerFinding[]::new));
    out.flush();
  }

  @Override
  public List<HandlerFinding> find(List<HandlerName> names) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("Handlers are looked up by the compiler of a JDK");
    }
    DiagnosticCollector<JavaFileObject> ignored = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(ignored, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocation(StandardLocation.CLASS_PATH, files(classPath));
      files.setLocation(StandardLocation.SOURCE_PATH, files(sourcePath));
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  files,
                  ignored,
                  List.of("-proc:none", "-implicit:none"),
                  null,
                  List.of(new EmptyUnit()));
      return names.stream().map(name -> find(name, task, files)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HandlerFinding find(HandlerName name, JavacTask task, JavaFileManager files) {
    Elements elements = task.getElements();
    TypeElement type = elements.getTypeElement(name.className().replace('$', '.'));
    if (type == null || !type.getKind().isClass()) {
      return HandlerFinding.missing(name.className(), candidates(name));
    }
    List<String> inputs = new ArrayList<>();
    addInputs(type.asType(), task, files, inputs);
    try {
      return new HandlerFinding(
          new HandlerMethods(elements, task.getTypes()).find(type, name.method()),
          false,
          "",
          "",
          inputs);
    } catch (UnfitHandlerException e) {
      return new HandlerFinding(null, false, String.valueOf(e.getMessage()), e.hint(), inputs);
    }
  }

  /** Where a source of the class would lie. */
  private List<String> candidates(HandlerName name) {
    String path = name.className().replaceFirst("[$].*", "").replace('.', '/') + ".java";
    return sourcePath.stream().map(folder -> new File(folder, path).getPath()).toList();
  }

  /** The files of a class and of the classes and interfaces that it inherits from. */
  private static void addInputs(
      TypeMirror type, JavacTask task, JavaFileManager files, List<String> inputs) {
    if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement each) {
      TreePath tree = Trees.instance(task).getPath(each);
      URI uri =
          tree != null
              ? tree.getCompilationUnit().getSourceFile().toUri()
              : classFile(each, task.getElements(), files);
      String file = file(uri);
      if (!file.isEmpty() && !inputs.contains(file)) {
        inputs.add(file);
      }
      task.getTypes().directSupertypes(type).forEach(s -> addInputs(s, task, files, inputs));
    }
  }

  private static URI classFile(TypeElement type, Elements elements, JavaFileManager files) {
    String name = elements.getBinaryName(type).toString();
    try {
      JavaFileObject found =
          files.getJavaFileForInput(StandardLocation.CLASS_PATH, name, JavaFileObject.Kind.CLASS);
      return found == null ? URI.create("") : found.toUri();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of an address, that of the jar for a class in one; empty text for the JDK's own. */
  private static String file(URI uri) {
    String text = uri.toString();
    String plain =
        text.startsWith("jar:") && text.contains("!/")
            ? text.substring("jar:".length(), text.indexOf("!/"))
            : text;
    return plain.startsWith("file:") ? new File(URI.create(plain)).getPath() : "";
  }

  private static List<File> files(List<String> paths) {
    return paths.stream().map(File::new).toList();
  }

  /** The compiler wants to compile something. */
  private static final class EmptyUnit extends SimpleJavaFileObject {
    EmptyUnit() {
      super(URI.create("string:///Nothing.java"), Kind.SOURCE);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return "class Nothing {}";
    }
  }
}
