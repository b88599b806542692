package io.gatemason.benchmarks.generation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compiles and loads one generated class. */
public final class GeneratedClass {
  private GeneratedClass() {}

  /** A static method of a class as a function. */
  public static <F> F load(
      ClassName name, TypeSpec type, Class<F> function, String method, MethodType signature) {
    try {
      Path folder = Files.createTempDirectory("generated");
      Path sources = folder.resolve("sources");
      JavaFile.builder(name.packageName(), type).build().writeTo(sources);
      Path classes = folder.resolve("classes");
      JavaCompilation.compile(sources, classes);
      Class<?> loaded =
          new URLClassLoader(new URL[] {classes.toUri().toURL()}).loadClass(name.reflectionName());
      return MethodHandleProxies.asInterfaceInstance(
          function, MethodHandles.publicLookup().findStatic(loaded, method, signature));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
