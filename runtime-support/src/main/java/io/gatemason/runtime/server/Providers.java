package io.gatemason.runtime.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks that the protocols this library builds on are registered. A single jar whose service files
 * were overwritten instead of merged loses some of them without a word.
 */
final class Providers {
  private static final String SERVICES =
      "META-INF/services/io.helidon.webserver.spi.ServerConnectionSelectorProvider";
  private static final List<String> REQUIRED =
      List.of(
          "io.helidon.webserver.http1.Http1ConnectionProvider",
          "io.helidon.webserver.http2.Http2ConnectionProvider");

  private Providers() {}

  /**
   * Fails with an advice if a provider is missing from the service files that {@code loader} sees.
   */
  static void check(ClassLoader loader) {
    Set<String> registered = registered(loader);
    for (String provider : REQUIRED) {
      if (!registered.contains(provider)) {
        throw new IllegalStateException(
            "Service provider "
                + provider
                + " is not registered in "
                + SERVICES
                + ". If this is a single jar, merge the files under META-INF/services when it is"
                + " made; the goal gatemason:package does.");
      }
    }
  }

  private static Set<String> registered(ClassLoader loader) {
    Set<String> names = new HashSet<>();
    try {
      for (URL file : Collections.list(loader.getResources(SERVICES))) {
        try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
          lines.lines().map(String::strip).forEach(names::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SERVICES, e);
    }
    return names;
  }
}
