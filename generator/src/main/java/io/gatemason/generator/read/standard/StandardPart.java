package io.gatemason.generator.read.standard;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.swagger.parser.util.SwaggerDeserializer;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.util.OpenAPIDeserializer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has swagger-parser judge the standard part of a document. Its complaints become warnings with a
 * place, because the managed service imports most such documents. It is given the tree that was
 * read, without extensions, payload schemas and references to other files, so it reads no file,
 * opens no connection and resolves nothing; whatever it throws becomes a warning.
 */
public final class StandardPart {
  private final ObjectNode root;
  private final Diagnostics diagnostics;

  /** Judges a document whose results go to {@code diagnostics}. */
  public StandardPart(ObjectNode root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** Reports what swagger-parser finds wrong where nothing is reported yet; never throws. */
  public void check() {
    MessagePlaces places = new MessagePlaces(root);
    Set<Range> reported =
        diagnostics.all().stream().map(Diagnostic::range).collect(Collectors.toSet());
    for (String message : messages()) {
      Range place = places.of(message);
      if (MessagePlaces.isOfInterest(message) && !reported.contains(place)) {
        diagnostics.report(
            DocumentCodes.GM2102,
            place,
            MessagePlaces.reworded(message),
            "correct it; the managed service accepts it with a warning");
      }
    }
  }

  private Set<String> messages() {
    try {
      JsonNode json = JsonForm.ofStandardPart(root);
      List<String> messages =
          root.has("swagger")
              ? new SwaggerDeserializer().deserialize(json).getMessages()
              : new OpenAPIDeserializer().deserialize(json, null, options()).getMessages();
      return messages == null ? Set.of() : new LinkedHashSet<>(messages);
    } catch (RuntimeException | StackOverflowError e) {
      diagnostics.report(
          DocumentCodes.GM2113,
          new Range(root.range().file(), root.range().start(), root.range().start()),
          "swagger-parser cannot read the standard part: " + e.getClass().getSimpleName(),
          "the document is read without it; compare its standard part with the OpenAPI"
              + " specification");
      return Set.of();
    }
  }

  private static ParseOptions options() {
    ParseOptions options = new ParseOptions();
    options.setResolve(false);
    options.setResolveFully(false);
    options.setValidateExternalRefs(false);
    options.setValidateInternalRefs(false);
    options.setSafelyResolveURL(true);
    return options;
  }
}
