package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stage variable that is read is defined, by every stage or by a setting of the gateway. An
 * undefined one is empty.
 */
final class StageVariables implements Check {
  private static final Set<String> PROSE =
      Set.of("description", "summary", "title", "example", "examples", "info", "tags");

  /** In a URI, a mapping or a template; what is followed by a parenthesis is a function. */
  private static final Pattern USE =
      Pattern.compile(
          "(?:^|[${!])stageVariables(?:\\.get\\(['\"]|\\[['\"]|\\.(?!get\\())"
              + "([A-Za-z0-9_]++)(?!\\()");

  private final Set<String> settings;

  /**
   * Prepares a run.
   *
   * @param settings the names of the settings that the gateway is known to be started with
   */
  StageVariables(Set<String> settings) {
    this.settings = settings;
  }

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    walk(api, api.document(), diagnostics);
  }

  private void walk(RestApi api, Node node, Diagnostics diagnostics) {
    node.asScalar().ifPresent(scalar -> look(api, scalar, diagnostics));
    node.asArray().ifPresent(array -> array.items().forEach(i -> walk(api, i, diagnostics)));
    node.asObject().stream()
        .flatMap(object -> object.members().values().stream())
        .filter(member -> !PROSE.contains(member.name()))
        .forEach(member -> walk(api, member.value(), diagnostics));
  }

  private void look(RestApi api, ScalarNode scalar, Diagnostics diagnostics) {
    if (!scalar.text().contains("stageVariables")) {
      return;
    }
    Matcher use = USE.matcher(scalar.text());
    while (use.find()) {
      Range range =
          new Range(
              scalar.range().file(), scalar.position(use.start(1)), scalar.position(use.end(1)));
      if (api.stages().isEmpty()) {
        require(use.group(1), range, "gateway.apis." + api.id(), Set.of(), "", diagnostics);
      }
      for (Stage stage : api.stages()) {
        Set<String> defined = new TreeSet<>();
        stage.variables().forEach(variable -> defined.add(variable.name().text()));
        require(
            use.group(1),
            range,
            "gateway.apis." + api.id() + ".stages." + stage.name(),
            defined,
            " by stage \"" + stage.name() + "\"",
            diagnostics);
      }
    }
  }

  private void require(
      String name,
      Range range,
      String owner,
      Set<String> ofTemplate,
      String where,
      Diagnostics diagnostics) {
    String prefix = owner + ".variables.";
    Set<String> defined = new TreeSet<>(ofTemplate);
    settings.stream()
        .filter(setting -> setting.startsWith(prefix))
        .forEach(setting -> defined.add(setting.substring(prefix.length())));
    if (!defined.contains(name)) {
      diagnostics.report(
          DiagnosticCode.GM3704,
          range,
          "stage variable \"" + name + "\" is not defined" + where,
          DidYouMean.closest(name, defined)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("set " + prefix + name + ", for example in application.yaml"));
    }
  }
}
