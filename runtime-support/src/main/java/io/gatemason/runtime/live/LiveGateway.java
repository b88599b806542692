package io.gatemason.runtime.live;

import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.gatemason.runtime.server.Startup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The process of {@code gatemason:run}: it keeps one listener and replaces the gateway behind it.
 * Each line of its input is the class path of a version, besides the libraries, which are those of
 * the process. A version that does not start changes nothing, but for the first one, with which the
 * process ends; it ends with its input, too. Not thread-safe.
 */
public final class LiveGateway {
  private static final MethodType START =
      MethodType.methodType(GatewayServer.class, GatewaySettings.class);

  private final String gateway;
  private final PrintStream out;
  private final PrintStream err;
  private @Nullable GatewayServer server;

  LiveGateway(String gateway, PrintStream out, PrintStream err) {
    this.gateway = gateway;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs until its input ends.
   *
   * @param arguments the name of the generated class that starts the service
   */
  public static void main(String[] arguments) throws IOException {
    LiveGateway live = new LiveGateway(arguments[0], System.out, System.err);
    BufferedReader versions =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    for (String line = versions.readLine(); line != null; line = versions.readLine()) {
      if (!live.become(line)) {
        System.exit(1);
      }
    }
    System.exit(0);
  }

  /** Takes a version over; false if none serves. */
  boolean become(String classPath) {
    VersionLoader code = VersionLoader.of(classPath);
    boolean first = server == null;
    if (Startup.starts(() -> start(code), err)) {
      return true;
    }
    close(code);
    if (!first) {
      err.println("The last good version keeps serving.");
    }
    return !first;
  }

  private void start(VersionLoader code) {
    // Settings of the class path, and whatever looks for services, belong to the version.
    Thread.currentThread().setContextClassLoader(code);
    GatewaySettings settings = Startup.settings().forVersion(server, code);
    GatewayServer started = (GatewayServer) call(code, settings);
    String change = server == null ? "" : ", with the changes";
    server = started;
    out.println("ready at http://localhost:" + started.port() + change);
  }

  private Object call(VersionLoader code, GatewaySettings settings) {
    try {
      MethodHandle start =
          MethodHandles.publicLookup().findStatic(code.loadClass(gateway), "start", START);
      return start.invoke(settings);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("no gateway: " + e, e);
    }
  }

  private static void close(VersionLoader code) {
    try {
      code.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
