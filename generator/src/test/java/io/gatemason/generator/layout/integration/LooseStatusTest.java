package io.gatemason.generator.layout.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the bodies that the runtime's reading of rendered bodies is tested with. */
final class LooseStatusTest {
  private static final Path BODIES = Path.of("src/test/resources/mock-bodies/bodies.txt");

  static Stream<String[]> bodies() throws IOException {
    return Files.readAllLines(BODIES).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replace("\\n", "\n").split(" ", 2));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void readsTheStatus(String status, String body) {
    Optional<Integer> expected =
        status.equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(status));
    assertEquals(expected, LooseStatus.of(body));
  }
}
