package io.gatemason.generator.check.operations;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.log.LoggedNames;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.AccessLogFormat;
import io.gatemason.generator.model.stage.AccessLogFormat.Part;
import io.gatemason.generator.model.stage.AccessLogSettings;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the format of an access log has to be ({@code docs/behaviour/logs.md#access}). */
public final class AccessLogFormats implements ServiceCheck {
  private static final int MOST_BYTES = 3 * 1_024;
  private static final Set<String> IDS = Set.of("requestId", "extendedRequestId");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (Api api : service.apis(Api.class)) {
      for (Stage stage : api.stages()) {
        stage.settings().accessLog().ifPresent(log -> check(log, api.kind(), diagnostics));
      }
    }
  }

  private static void check(AccessLogSettings log, Api.Kind kind, Diagnostics diagnostics) {
    Optional<ScalarNode> format = log.format().filter(text -> !text.text().isBlank());
    if (format.isEmpty()) {
      diagnostics.report(
          StageCodes.GM3613,
          log.range(),
          "Access Log value must not be empty",
          "add a Format, such as JSON, or one with $context.requestId");
      return;
    }
    shape(format.get(), diagnostics);
    variables(format.get(), kind, diagnostics);
  }

  private static void shape(ScalarNode format, Diagnostics diagnostics) {
    String text = format.text().strip();
    if (text.lines().count() > 1) {
      diagnostics.report(
          StageCodes.GM3614,
          format.range(),
          "the format of an access log has several lines",
          "write it in one line; in YAML \">-\" folds lines into one");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      diagnostics.report(
          StageCodes.GM3615,
          format.range(),
          "the format of an access log is longer than " + MOST_BYTES + " bytes",
          "the managed service refuses it; leave something out");
    }
  }

  private static void variables(ScalarNode format, Api.Kind kind, Diagnostics diagnostics) {
    List<Part> variables =
        AccessLogFormat.parse(format.text(), kind != Api.Kind.REST).parts().stream()
            .filter(Part::variable)
            .toList();
    if (variables.stream().noneMatch(part -> IDS.contains(part.text()))) {
      diagnostics.report(
          StageCodes.GM3612,
          format.range(),
          "the format of an access log has no id of the request",
          "add $context.requestId or $context.extendedRequestId");
    }
    for (Part part : variables) {
      if (!ContextNames.loggable(part.text())) {
        diagnostics.report(
            StageCodes.GM3611,
            format.range(),
            "\"$context." + part.text() + "\" is no variable of access logs",
            DidYouMean.hint(part.text(), ContextNames.all()));
      } else if (LoggedNames.isNeverLogged(part.text(), kind)) {
        diagnostics.report(
            StageCodes.GM3616,
            format.range(),
            "\"$context.%s\" %s: \"-\" is written"
                .formatted(part.text(), LoggedNames.reason(part.text(), kind)),
            ContextNames.valueless().getOrDefault(part.text(), "leave it out, or live with it"));
      }
    }
  }
}
