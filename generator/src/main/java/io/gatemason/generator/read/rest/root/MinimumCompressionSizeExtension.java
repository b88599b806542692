package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.read.document.OpenApiDocument;
import java.util.OptionalInt;

/**
 * From which size on responses are compressed: 0 to 10485760 bytes; absent for never
 * (docs/behaviour/import.md#small-extensions).
 */
public final class MinimumCompressionSizeExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-minimum-compression-size";

  private static final int MAXIMUM = 10_485_760;

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    OptionalInt size = document.fields().integer(NAME);
    if (size.isPresent() && (size.getAsInt() < 0 || size.getAsInt() > MAXIMUM)) {
      document.report(
          DocumentCodes.GM2160,
          document.fields().range(NAME),
          "Invalid minimum compression size, must be between 0 and 10485760, not \""
              + size.getAsInt()
              + "\"",
          "write a number of bytes in that range, or remove the extension to switch it off");
    } else {
      draft.minimumCompressionSize = size;
    }
  }
}
