package io.gatemason.maven.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.toolchain.jdk.ToolchainDiscoverer;

/** Starts runnable jars. */
public final class RunningJar {
  private RunningJar() {}

  /** Starts a jar with a JDK 21 or newer; returns when it answers. */
  public static Service start(File jar) throws IOException, InterruptedException {
    int port = Service.freePort();
    List<String> command = List.of(java(), "-Dserver.port=" + port, "-jar", jar.getPath());
    return new Service(command, jar.toPath().resolveSibling(""), port).awaitStart();
  }

  private static String java() {
    ToolchainDiscoverer discoverer = new ToolchainDiscoverer();
    return discoverer.discoverToolchains().getToolchains().stream()
            .filter(jdk -> feature(jdk.getProvides().getProperty("version")) >= 21)
            .map(discoverer::getJdkHome)
            .map(Path::toString)
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no JDK 21 or newer."))
        + "/bin/java";
  }

  private static int feature(String version) {
    return version.startsWith("1.") ? 8 : Runtime.Version.parse(version).feature();
  }
}
