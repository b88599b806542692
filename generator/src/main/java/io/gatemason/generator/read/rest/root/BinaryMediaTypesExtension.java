package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Media types whose payloads are binary, each {@code type/subtype}, wildcards allowed. One with
 * parameters is taken, as the service does, and matches nothing, since those of payloads are left
 * out.
 */
public final class BinaryMediaTypesExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-binary-media-types";

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+(?:\\s*;[\\x20-\\x7e]*)?");

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    List<String> types = new ArrayList<>();
    for (ScalarNode type : document.fields().texts(NAME)) {
      String text = type.text().strip();
      if (MEDIA_TYPE.matcher(text).matches()) {
        types.add(text);
        warnOfParameters(document, type, text);
      } else {
        document.report(
            DocumentCodes.GM2161,
            type.range(),
            "Invalid content type specified: \"" + type.text() + "\"",
            "write type/subtype without parameters, such as image/*; \"~1\" for \"/\" is for patch"
                + " operations only");
      }
    }
    draft.binaryMediaTypes = List.copyOf(types);
  }

  private static void warnOfParameters(OpenApiDocument document, ScalarNode type, String text) {
    if (text.contains(";")) {
      document.report(
          DocumentCodes.GM2112,
          type.range(),
          "binary media type \"" + text + "\" matches no payload: parameters do not count",
          "write \"" + text.split(";", 2)[0].strip() + "\"");
    }
  }
}
