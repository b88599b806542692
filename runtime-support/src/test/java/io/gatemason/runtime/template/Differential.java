package io.gatemason.runtime.template;

import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.vtl.VtlCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders templates in both engines and collects where the results differ. */
final class Differential {
  private final ReferenceEngine reference = new ReferenceEngine();
  private final VtlCompiler compiler = new VtlCompiler(false, ContextNames.inTemplates());
  private final JavaCompilation java = new JavaCompilation();

  /**
   * One difference.
   *
   * @param expected what the reference engine printed, null if it failed
   * @param actual what the compiled template printed, or why it failed
   */
  record Difference(String template, @Nullable String expected, String actual) {
    private static final Pattern ERROR = Pattern.compile("severity=ERROR, message=.*?, range=");

    /** Which of the engines failed, and what ours said, without names and places. */
    String kind() {
      Matcher error = ERROR.matcher(actual);
      boolean failed = actual.startsWith("failed: ");
      String message = failed && error.find() ? error.group().replaceAll("\"[^\"]*\"", "") : "";
      return (expected == null) + " " + failed + " " + message;
    }

    @Override
    public String toString() {
      return "template: "
          + quoted(template)
          + "\nexpected: "
          + (expected == null ? "a failure" : quoted(expected))
          + "\nactual:   "
          + quoted(actual);
    }

    private static String quoted(String text) {
      return "«" + text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + "»";
    }
  }

  /** The differences of these templates; the input is made anew for each rendering. */
  List<Difference> run(List<String> templates, Supplier<TemplateInput> input) {
    return run(templates, List.of(input));
  }

  /** The differences that no deviation covers. */
  List<Difference> unexplained(
      List<String> templates, Supplier<TemplateInput> input, boolean strict) {
    return run(templates, List.of(input), strict).stream()
        .filter(Differential::unexplained)
        .toList();
  }

  private static boolean unexplained(Difference difference) {
    return Arrays.stream(EngineDeviation.values()).noneMatch(d -> d.covers(difference));
  }

  /** The differences of these templates on each of the inputs. */
  List<Difference> run(List<String> templates, List<Supplier<TemplateInput>> inputs) {
    return run(templates, inputs, true);
  }

  /** As above; {@code strict} decides whether warnings in generated code fail the test. */
  List<Difference> run(
      List<String> templates, List<Supplier<TemplateInput>> inputs, boolean strict) {
    CompiledTemplates compiled = CompiledTemplates.of(compiler, templates, java, strict);
    List<Difference> differences = new ArrayList<>();
    inputs.forEach(input -> compare(templates, compiled, input, differences));
    return differences;
  }

  private void compare(
      List<String> templates,
      CompiledTemplates compiled,
      Supplier<TemplateInput> input,
      List<Difference> differences) {
    for (int i = 0; i < templates.size(); i++) {
      String template = templates.get(i);
      String expected = reference.render(template, ReferenceInput.variables(input.get()));
      Outcome actual = outcome(compiled, i, input.get());
      boolean same = expected == null ? actual.failed() : Objects.equals(expected, actual.text());
      if (!same) {
        differences.add(new Difference(template, expected, actual.describe()));
      }
    }
  }

  private static Outcome outcome(CompiledTemplates compiled, int i, TemplateInput input) {
    if (!compiled.compiled(i)) {
      return new Outcome(null, compiled.diagnostics(i).toString());
    }
    try {
      return new Outcome(compiled.render(i, input), "");
    } catch (TemplateException e) {
      return new Outcome(null, String.valueOf(e.getMessage()));
    }
  }

  private record Outcome(@Nullable String text, String failure) {
    boolean failed() {
      return text == null;
    }

    String describe() {
      return text == null ? "failed: " + failure : text;
    }
  }
}
