package io.gatemason.runtime.schema;

import com.palantir.javapoet.JavaFile;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.jsonschema.SchemaCompiler;
import io.gatemason.generator.jsonschema.SchemaSet;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generates models, compiles them in memory in one batch and loads them. */
final class CompiledModels {
  private final List<JavaFile> sources = new ArrayList<>();
  private final Map<String, byte[]> classes = new HashMap<>();

  /** One loaded model. */
  record Model(MethodHandle acceptsHandle, MethodHandle errorsHandle) {

    boolean accepts(byte[] body) {
      return (Boolean) call(acceptsHandle, body);
    }

    boolean accepts(String body) {
      return accepts(body.getBytes(StandardCharsets.UTF_8));
    }

    String errors(byte[] body) {
      return (String) call(errorsHandle, body);
    }

    String errors(String body) {
      return errors(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Object call(MethodHandle handle, byte[] body) {
      try {
        return handle.invoke(body);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Adds the models of a set in a package of its own; fails if the schemas have errors. */
  List<CompiledModel> add(SchemaSet set, String packageName) {
    Diagnostics diagnostics = new Diagnostics();
    List<CompiledModel> models = SchemaCompiler.compile(set, packageName, diagnostics);
    if (diagnostics.hasErrors()) {
      throw new IllegalArgumentException(
          diagnostics.all().stream().map(Diagnostic::message).toList().toString());
    }
    for (CompiledModel model : models) {
      sources.add(JavaFile.builder(packageName, model.type()).build());
    }
    return models;
  }

  /** Compiles everything added. */
  Loaded compile() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    StandardJavaFileManager standard = compiler.getStandardFileManager(problems, null, null);
    List<String> options = List.of("-proc:none", "-Xlint:all", "-Werror", "-g:none");
    boolean compiled =
        compiler.getTask(null, new Memory(standard), problems, options, null, units()).call();
    if (!compiled) {
      throw new IllegalStateException(problems.getDiagnostics().toString());
    }
    return new Loaded(classes);
  }

  private List<JavaFileObject> units() {
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach(file -> units.add(file.toJavaFileObject()));
    return units;
  }

  /** The classes of one batch. */
  static final class Loaded extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loaded(Map<String, byte[]> classes) {
      super(CompiledModels.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    Model model(CompiledModel model) {
      try {
        Class<?> type = loadClass(model.className().reflectionName());
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        return new Model(
            lookup.findStatic(type, "accepts", MethodType.methodType(boolean.class, byte[].class)),
            lookup.findStatic(type, "errors", MethodType.methodType(String.class, byte[].class)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    Memory(StandardJavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() {
              classes.put(className, toByteArray());
            }
          };
        }
      };
    }
  }
}
