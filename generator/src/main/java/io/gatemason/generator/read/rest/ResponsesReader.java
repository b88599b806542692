package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.rest.MethodResponse;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.document.References;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public answers of a method: entries of {@code responses} whose key is a status code, written
 * with or without quotes, and their header names. {@code default} and ranges such as {@code 2XX}
 * are documentation only (docs/behaviour/import.md#operations).
 */
final class ResponsesReader {
  private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");

  private final OpenApiDocument document;

  ResponsesReader(OpenApiDocument document) {
    this.document = document;
  }

  Map<String, MethodResponse> read(MethodSite site) {
    Map<String, MethodResponse> responses = new LinkedHashMap<>();
    Optional<Fields> declared = site.operation().object("responses");
    for (ObjectNode.Member member : declared.map(Fields::standardMembers).orElse(List.of())) {
      if (STATUS.matcher(member.name()).matches()) {
        responses.put(
            member.name(),
            new MethodResponse(member.name(), member.key().range(), headers(member)));
      } else {
        document.report(
            DocumentCodes.GM2125,
            member.key().range(),
            "response \"" + member.name() + "\" is documentation only",
            "list each status code that an integration response may give");
      }
    }
    return responses;
  }

  private Map<String, Range> headers(ObjectNode.Member response) {
    Optional<Node> found = document.resolve(response.value());
    References.of(response.value())
        .filter(ref -> found.isPresent())
        .ifPresent(
            ref ->
                document.report(
                    DocumentCodes.GM2126,
                    ref.range(),
                    "the managed service does not follow references to responses such as \""
                        + ref.text()
                        + "\"",
                    "write the response in place if the document is to be imported there too"));
    Map<String, Range> headers = new LinkedHashMap<>();
    found
        .flatMap(Node::asObject)
        .flatMap(object -> document.fields(object, "a response").object("headers"))
        .ifPresent(
            fields ->
                fields
                    .node()
                    .members()
                    .forEach((name, member) -> headers.put(name, member.key().range())));
    return headers;
  }
}
