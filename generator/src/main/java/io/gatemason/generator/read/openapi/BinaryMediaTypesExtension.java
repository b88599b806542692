package io.gatemason.generator.read.openapi;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Media types whose payloads are binary, each {@code type/subtype}, wildcards allowed (rest-api.md
 * 1.2).
 */
public final class BinaryMediaTypesExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-binary-media-types";

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+");

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    List<String> types = new ArrayList<>();
    for (ScalarNode type : document.fields().texts(NAME)) {
      String text = type.text().strip();
      if (MEDIA_TYPE.matcher(text).matches()) {
        types.add(text);
      } else {
        document.report(
            DiagnosticCode.GM2161,
            type.range(),
            "Invalid content type specified: \"" + type.text() + "\"",
            "write type/subtype without parameters, such as image/*; \"~1\" for \"/\" is for patch"
                + " operations only");
      }
    }
    draft.binaryMediaTypes = List.copyOf(types);
  }
}
