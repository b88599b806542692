package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.http.MappingValue;
import io.gatemason.generator.model.http.MappingValue.Piece;
import io.gatemason.generator.model.http.MappingValue.ResponseBody;
import io.gatemason.generator.model.http.MappingValue.ResponseHeader;
import io.gatemason.generator.model.http.MappingValue.Unknown;
import io.gatemason.generator.model.http.ParameterChange;
import io.gatemason.generator.model.http.ParameterChange.Action;
import io.gatemason.generator.model.http.ParameterChange.Target;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the parameter mappings of HTTP APIs (docs/behaviour/http-api.md#mapping-keys): {@code
 * append:header.name}, {@code overwrite:path} and the like.
 */
final class ParameterChanges {
  private static final Pattern KEY =
      Pattern.compile(
          "(append|overwrite|remove):(header|querystring)\\.(.+)"
              + "|overwrite:(path)|overwrite:(statuscode)",
          Pattern.CASE_INSENSITIVE);

  /** A second mapping of one target has a number, since keys are unique. */
  private static final Pattern NUMBERED = Pattern.compile("(.+)\\.[0-9]+");

  private static final List<String> RESERVED =
      List.of(
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-location",
          "forwarded",
          "keep-alive",
          "origin",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailers",
          "transfer-encoding",
          "upgrade",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "via");

  private static final List<String> RESERVED_STARTS =
      List.of("access-control-", "apigw-", "x-amz-", "x-amzn-");

  private static final List<String> REQUEST_FORMS =
      List.of(
          "append:header.",
          "overwrite:header.",
          "remove:header.",
          "append:querystring.",
          "overwrite:querystring.",
          "remove:querystring.",
          "overwrite:path");
  private static final List<String> RESPONSE_FORMS =
      List.of("append:header.", "overwrite:header.", "remove:header.", "overwrite:statuscode");

  private final Diagnostics diagnostics;
  private final boolean response;

  private ParameterChanges(Diagnostics diagnostics, boolean response) {
    this.diagnostics = diagnostics;
    this.response = response;
  }

  /** Reads changes of requests. */
  static ParameterChanges ofRequests(Diagnostics diagnostics) {
    return new ParameterChanges(diagnostics, false);
  }

  /** Reads changes of responses. */
  static ParameterChanges ofResponses(Diagnostics diagnostics) {
    return new ParameterChanges(diagnostics, true);
  }

  /** The changes in the order in which they are made; what cannot be read is reported. */
  List<ParameterChange> read(List<IntegrationForm.Entry> entries) {
    List<ParameterChange> changes = new ArrayList<>();
    for (IntegrationForm.Entry entry : entries) {
      read(entry.key(), entry.value()).ifPresent(changes::add);
    }
    changes.sort(Comparator.comparing(ParameterChange::action));
    return List.copyOf(changes);
  }

  private Optional<ParameterChange> read(ScalarNode key, ScalarNode value) {
    Matcher matcher = KEY.matcher(key.text().strip());
    if (!matcher.matches()) {
      reportForm(key);
      return Optional.empty();
    }
    boolean named = matcher.group(1) != null;
    Target target =
        named
            ? Target.valueOf(matcher.group(2).toUpperCase(Locale.ROOT))
            : matcher.group(4) != null ? Target.PATH : Target.STATUSCODE;
    boolean allowed = target == Target.HEADER || (target == Target.STATUSCODE) == response;
    if (!allowed) {
      reportForm(key);
      return Optional.empty();
    }
    String name = named ? unnumbered(matcher.group(3)) : "";
    if (target == Target.HEADER && reserved(name)) {
      diagnostics.report(
          HttpApiCodes.GM2801,
          key.range(),
          "Operations on header " + name.toLowerCase(Locale.ROOT) + " are restricted",
          "map another header");
      return Optional.empty();
    }
    Action action =
        named ? Action.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)) : Action.OVERWRITE;
    return Optional.of(
        new ParameterChange(action, target, name, value(action, value), key.range()));
  }

  private MappingValue value(Action action, ScalarNode written) {
    if (action == Action.REMOVE) {
      return new MappingValue("", List.of());
    }
    MappingValue value = MappingValues.parse(written.text());
    reportMissing(value, written, response, diagnostics);
    return value;
  }

  /** Warns of expressions that never have a value. */
  static void reportMissing(
      MappingValue value, ScalarNode written, boolean response, Diagnostics diagnostics) {
    for (Piece piece : value.pieces()) {
      boolean ofResponse = piece instanceof ResponseHeader || piece instanceof ResponseBody;
      if (piece instanceof Unknown || (ofResponse && !response)) {
        diagnostics.report(
            HttpApiCodes.GM2803,
            written.range(),
            "\"" + written.text() + "\" never has a value, and the mapping no effect",
            response
                ? "use $response.header.name, $response.body, $context.name or $stageVariables.name"
                : "use $request.header.name, $request.querystring.name, $request.path.name,"
                    + " $request.body, $context.name or $stageVariables.name");
      }
    }
  }

  private void reportForm(ScalarNode key) {
    List<String> forms = response ? RESPONSE_FORMS : REQUEST_FORMS;
    diagnostics.report(
        HttpApiCodes.GM2802,
        key.range(),
        "\""
            + key.text()
            + "\" is no parameter mapping of "
            + (response ? "responses" : "requests"),
        DidYouMean.closest(key.text(), forms)
            .map(form -> "did you mean \"" + form + "\"?")
            .orElse("write one of " + String.join(", ", forms)));
  }

  private static String unnumbered(String name) {
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches() ? numbered.group(1) : name;
  }

  private static boolean reserved(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return RESERVED.contains(lower) || RESERVED_STARTS.stream().anyMatch(lower::startsWith);
  }
}
