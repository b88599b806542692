package io.gatemason.runtime.template;

import java.io.File;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Velocity 1.7 with macros off and invalid references printed as the empty text: gives every output
 * recorded at the managed service. Loaded apart, because the generator has a later Velocity.
 */
final class ReferenceEngine {
  private final ClassLoader loader;
  private final Object engine;
  private final Method evaluate;

  ReferenceEngine() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try {
      loader = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> type = loader.loadClass("org.apache.velocity.app.VelocityEngine");
      engine = type.getDeclaredConstructor().newInstance();
      Method set = type.getMethod("setProperty", String.class, Object.class);
      set.invoke(
          engine, "runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
      set.invoke(engine, "velocimacro.permissions.allow.inline", "false");
      set.invoke(engine, "velocimacro.library", "");
      type.getMethod("init").invoke(engine);
      evaluate =
          type.getMethod(
              "evaluate",
              loader.loadClass("org.apache.velocity.context.Context"),
              Writer.class,
              String.class,
              String.class);
    } catch (ReflectiveOperationException | MalformedURLException e) {
      throw new IllegalStateException(e);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL[] jars() throws MalformedURLException {
    File[] files = new File(System.getProperty("gatemason.velocity17")).listFiles();
    Objects.requireNonNull(files, "reference engine was not copied");
    URL[] urls = new URL[files.length];
    Arrays.sort(files);
    for (int i = 0; i < files.length; i++) {
      urls[i] = files[i].toURI().toURL();
    }
    return urls;
  }

  /** The output, or null if the template fails. */
  @Nullable String render(String template, Map<String, Object> variables) {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    try {
      StringWriter out = new StringWriter();
      evaluate.invoke(engine, context(variables), out, "template", template);
      return out.toString();
    } catch (InvocationTargetException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private Object context(Map<String, Object> variables) throws ReflectiveOperationException {
    Object context =
        loader
            .loadClass("org.apache.velocity.VelocityContext")
            .getConstructor(Map.class)
            .newInstance(new HashMap<>(variables));
    Class<?> handler =
        loader.loadClass("org.apache.velocity.app.event.InvalidReferenceEventHandler");
    Object empty =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {handler},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "invalidSetMethod" -> false;
                  case "hashCode" -> 1;
                  case "equals" -> proxy == arguments[0];
                  default -> "";
                });
    Class<?> cartridge = loader.loadClass("org.apache.velocity.app.event.EventCartridge");
    Object events = cartridge.getDeclaredConstructor().newInstance();
    cartridge.getMethod("addInvalidReferenceEventHandler", handler).invoke(events, empty);
    cartridge
        .getMethod("attachToContext", loader.loadClass("org.apache.velocity.context.Context"))
        .invoke(events, context);
    return context;
  }
}
