package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.failure.GatewayFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the bodies that the generator's own reading of constant bodies is tested with. */
final class MockStatusTest {
  private static final Path BODIES =
      Path.of("../generator/src/test/resources/mock-bodies/bodies.txt");

  static Stream<String[]> bodies() throws IOException {
    return Files.readAllLines(BODIES).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replace("\\n", "\n").split(" ", 2));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void readsTheStatus(String status, String body) {
    if (status.equals("-")) {
      assertThrows(GatewayFailure.class, () -> MockStatus.parse(body));
    } else {
      assertEquals(Integer.parseInt(status), MockStatus.parse(body));
    }
  }
}
