package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Published runtime interface clients for Node. Without Node, tests that ask for one are skipped.
 */
public final class NodeClient {
  private static final String UNCOMPILED = "@serverless-stack/aws-lambda-ric@2.0.13";
  private static final String OFFICIAL = "aws-lambda-ric@3.3.0";
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private NodeClient() {}

  /**
   * The folder below which functions find the variant of aws-lambda-ric that needs no compiler to
   * be installed; it is installed if it is not there yet.
   */
  public static Path install() throws IOException, InterruptedException {
    require("node", "npm");
    return install(TARGET.resolve("node-functions"), UNCOMPILED);
  }

  /** The same for AWS's own client, which is compiled from C++ when it is installed. */
  static Path installOfficial() throws IOException, InterruptedException {
    require("node", "npm", "make", "g++", "cmake", "autoreconf", "libtoolize");
    return install(TARGET.resolve("official-node-functions"), OFFICIAL);
  }

  private static Path install(Path folder, String client) throws IOException, InterruptedException {
    if (!Files.exists(folder.resolve("node_modules/.bin/aws-lambda-ric"))) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
      Path log = folder.resolve("npm.log");
      Process npm =
          new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--no-save", client)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertTrue(npm.waitFor(900, TimeUnit.SECONDS), "npm install takes too long");
      assertEquals(0, npm.exitValue(), () -> "npm install " + client + ", see " + log);
    }
    return folder;
  }

  /** Has a test skipped where a program is not on the PATH. */
  public static void require(String... programs) {
    for (String program : programs) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
          program + " is not installed");
    }
  }
}
