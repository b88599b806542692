package io.gatemason.generator.read;

import io.gatemason.generator.check.Checks;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.SourceFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads and checks documents the way a build does, for tests. */
final class Documents {
  private Documents() {}

  /** Loads, reads and checks a file with what it refers to. */
  static void read(Path file, ReadOptions options, Diagnostics diagnostics) {
    for (ApiDocument document : new DocumentLoader(Map.of(), diagnostics).load(file).documents()) {
      Readers.read(document, options, diagnostics).ifPresent(api -> Checks.check(api, diagnostics));
    }
  }

  /** Reads a document, without checks. */
  static Optional<RestApi> read(String text, ReadOptions options, Diagnostics diagnostics) {
    return new NodeReader()
        .read(new SourceFile("pets.yaml", text), diagnostics::report)
        .flatMap(root -> Readers.read(root, "pets", options, diagnostics))
        .map(RestApi.class::cast);
  }
}
