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
 * A published runtime interface client for Node: the variant of aws-lambda-ric that needs no
 * compiler to be installed. Without Node, tests that ask for it are skipped.
 */
public final class NodeClient {
  private static final String PACKAGE = "@serverless-stack/aws-lambda-ric@2.0.13";
  private static final Path FOLDER = Path.of("target/node-functions").toAbsolutePath();

  private NodeClient() {}

  /** The folder below which functions find the client; it is installed if it is not there yet. */
  public static Path install() throws IOException, InterruptedException {
    assumeTrue(onPath("node") && onPath("npm"), "node and npm are not installed");
    if (!Files.exists(FOLDER.resolve("node_modules/.bin/aws-lambda-ric"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve("package.json"), "{\"private\": true}");
      Path log = FOLDER.resolve("npm.log");
      Process npm =
          new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--no-save", PACKAGE)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertTrue(npm.waitFor(150, TimeUnit.SECONDS), "npm install takes too long");
      assertEquals(0, npm.exitValue(), () -> "npm install " + PACKAGE + ", see " + log);
    }
    return FOLDER;
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
