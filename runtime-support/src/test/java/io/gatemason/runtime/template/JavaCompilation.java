package io.gatemason.runtime.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles Java classes in memory. What was read of the class path stays open for the next
 * compilation. Not thread-safe.
 */
final class JavaCompilation {
  /** What generated code has to pass in a careful project. */
  private static final List<String> STRICT =
      List.of("-Xlint:all,-processing,-classfile", "-Werror", "--release", "21");

  /** Classes only, as fast as it goes. */
  private static final List<String> FAST =
      List.of("-nowarn", "-g:none", "-XDcompilePolicy=simple", "-XDshould-stop.ifError=FLOW");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager classPath =
      javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);

  /**
   * Compiles classes; fails the test if that is not possible.
   *
   * @param sources Java sources by qualified class name
   * @param strict whether a warning fails the test too
   * @return loads the classes
   */
  ClassLoader compile(Map<String, String> sources, boolean strict) {
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(new Source(name, text)));
    List<String> options = new ArrayList<>(strict ? STRICT : FAST);
    options.addAll(List.of("-proc:none", "-classpath", System.getProperty("java.class.path")));
    StringWriter messages = new StringWriter();
    Memory memory = new Memory(classPath);
    boolean ok = javac.getTask(messages, memory, null, options, null, files).call();
    assertEquals("", messages.toString());
    assertEquals(true, ok);
    return new Loader(memory.classes);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    Memory(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("bytes:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          classes.put(name, out);
          return out;
        }
      };
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> classes;

    Loader(Map<String, ByteArrayOutputStream> classes) {
      super(JavaCompilation.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }
  }
}
