package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.cloudformation.ApiResource;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why there is no API document: what templates have instead of one. */
final class NoDocument {
  private static final int MOST_SHOWN = 3;

  private final SourceFolder folder;
  private final DocumentFiles files;
  private final List<CloudFormationTemplate> templates;

  /**
   * Why an API has no document.
   *
   * @param range where it says where its document is
   * @param message what is wrong with that
   * @param hint what to do about it
   */
  record Reason(Range range, String message, String hint) {}

  NoDocument(SourceFolder folder, DocumentFiles files, List<CloudFormationTemplate> templates) {
    this.folder = folder;
    this.files = files;
    this.templates = templates;
  }

  /** What is in a file that is no document. */
  static String described(String file, ObjectNode root) {
    return root.members().keySet().stream()
        .findFirst()
        .map(key -> "\"%s\" begins with \"%s\"".formatted(file, key))
        .orElse("\"" + file + "\" is empty");
  }

  /**
   * Says why there is no document at all.
   *
   * @param source the file or folder that was read
   * @param others what files have that are neither documents nor templates
   */
  void report(String source, List<String> others, Diagnostics diagnostics) {
    List<Reason> reasons =
        templates.stream().flatMap(template -> reason(template).stream()).toList();
    for (Reason reason : reasons) {
      diagnostics.report(SourceCodes.GM2002, reason.range, reason.message, reason.hint);
    }
    if (reasons.isEmpty()) {
      diagnostics.report(
          SourceCodes.GM2002,
          new SourceFile(source, "").range(),
          "there is no API document here"
              + (others.isEmpty() ? "" : ": " + String.join(", ", shown(others))),
          templates.isEmpty()
              ? "an API document has a root key \"openapi\" or \"swagger\""
              : "an API document has a root key \"openapi\" or \"swagger\"; a template declares an"
                  + " API, such as AWS::Serverless::Api or AWS::ApiGatewayV2::Api");
    }
  }

  private static List<String> shown(List<String> others) {
    int more = others.size() - MOST_SHOWN;
    return more <= 0
        ? others
        : Stream.concat(others.stream().limit(MOST_SHOWN), Stream.of("and " + more + " more"))
            .toList();
  }

  private Optional<Reason> reason(CloudFormationTemplate template) {
    return ResourceReaders.apis(template).stream().flatMap(api -> of(api).stream()).findFirst();
  }

  /** Why an API has none; empty where it says nothing about a document. */
  Optional<Reason> of(CloudFormationTemplate template, String logicalId) {
    return ResourceReaders.apis(template).stream()
        .filter(api -> api.logicalId().equals(logicalId))
        .flatMap(api -> of(api).stream())
        .findFirst();
  }

  private Optional<Reason> of(ApiResource api) {
    return api.document().flatMap(written -> of(api, written));
  }

  private Optional<Reason> of(ApiResource api, Node written) {
    Range range = written.range();
    String text = files.location(api).map(ScalarNode::text).orElse("");
    String start = "the document of \"" + api.logicalId() + "\" ";
    if (text.isEmpty()) {
      return Optional.of(
          new Reason(
              range,
              start + "is known to the cloud only: its place is computed",
              files
                  .unknown(api)
                  .map(Diagnostic::hint)
                  .orElse("write the path of the document's file below the source folder")));
    }
    if (text.startsWith("s3://") || text.startsWith("http")) {
      return Optional.of(
          new Reason(
              range,
              start + "is not in the source folder but at \"" + text + "\"",
              "copy it there and name the file, or set a parameter \"" + text + "\" to its path"));
    }
    Diagnostics found = new Diagnostics();
    return folder.resolve(range, text, found).isPresent()
        ? Optional.of(
            new Reason(
                range,
                start + "is no OpenAPI document: \"" + text + "\"",
                "it needs a root key \"openapi\" or \"swagger\""))
        : found.all().stream()
            .findFirst()
            .map(
                problem ->
                    new Reason(
                        range,
                        start + "is missing: " + problem.message(),
                        problem.hint().isEmpty() ? "correct the path" : problem.hint()));
  }
}
