package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

  @Test
  void acceptsTheSeparateJars() {
    Providers.check(ProvidersTest.class.getClassLoader());
  }

  @Test
  void namesTheProviderThatAnOverwrittenServiceFileLost(@TempDir Path jar) throws IOException {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("io.helidon.webserver.spi.ServerConnectionSelectorProvider"),
        "# comment\nio.helidon.webserver.http1.Http1ConnectionProvider\n");
    try (URLClassLoader shaded = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      IllegalStateException error =
          assertThrows(IllegalStateException.class, () -> Providers.check(shaded));
      assertTrue(error.getMessage().contains("http2.Http2ConnectionProvider"));
      assertTrue(error.getMessage().contains("merge the files under META-INF/services"));
    }
  }
}
