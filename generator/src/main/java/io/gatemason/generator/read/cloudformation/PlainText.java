package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.TextView.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Placeholders in text outside of {@code Fn::Sub}: those of Terraform, Jinja and others, and the
 * pseudo parameters that the managed service's import knows. Text that only informs people, and
 * references of mapping templates, stay unless the user gave a parameter of that name.
 */
public final class PlainText {
  /** A URI up to its path or query; a stage variable may hold scheme and host. */
  private static final Pattern HOST =
      Pattern.compile("^(?:[^/]*://[^/?]*|\\$\\{stageVariables\\.\\w+})[/?]");

  private final Names names;
  private final Diagnostics diagnostics;

  public PlainText(Names names, Diagnostics diagnostics) {
    this.names = names;
    this.diagnostics = diagnostics;
  }

  public ScalarNode resolveKey(ScalarNode key, Place place) {
    return key.text().contains("${") || key.text().contains("{{") ? resolve(key, place) : key;
  }

  public ScalarNode resolve(ScalarNode scalar, Place place) {
    String text = scalar.text();
    List<Edit> edits = new ArrayList<>();
    if (text.contains("${")) {
      TemplateNames assigned = TemplateNames.of(text, place);
      for (Placeholder placeholder : Placeholder.dollars(text)) {
        if (!placeholder.name().startsWith("!")
            && !place.isPolicyVariable(placeholder.name())
            && !runtime(assigned, placeholder.name())) {
          value(placeholder, scalar, place).ifPresent(v -> edits.add(placeholder.edit(v)));
        }
      }
    }
    if (text.contains("{{")) {
      for (Placeholder placeholder : Placeholder.braces(text)) {
        foreign(placeholder, scalar, place, !place.isMappingTemplate())
            .ifPresent(v -> edits.add(placeholder.edit(v)));
      }
    }
    if (text.contains("<<") && text.startsWith("arn:")) {
      for (Placeholder placeholder : Placeholder.angles(text)) {
        note(placeholder, scalar, place).ifPresent(v -> edits.add(placeholder.edit(v)));
      }
    }
    return edits.isEmpty() ? scalar : scalar.withEdits(edits);
  }

  private boolean runtime(TemplateNames assigned, String name) {
    return assigned.has(name) && names.parameter(name).isEmpty();
  }

  private Optional<String> value(Placeholder placeholder, ScalarNode scalar, Place place) {
    String name = placeholder.name();
    Optional<String> value = names.value(name);
    if (value.isPresent() || place.documents()) {
      return value;
    }
    if (place.isMappingTemplate()) {
      diagnostics.report(
          SourceCodes.GM2027,
          placeholder.range(scalar),
          "nothing sets \"" + name + "\" in this mapping template",
          Names.howToSet(name) + ", or use #set");
      return Optional.empty();
    }
    if (place.isHttpUri() && behindHost(scalar.text(), placeholder.start())) {
      return Optional.empty(); // The service leaves it as it is; a check warns of that.
    }
    Optional<String> assumed = assumed(placeholder, scalar, place);
    return assumed.isPresent() ? assumed : missing(placeholder, scalar);
  }

  private static boolean behindHost(String uri, int at) {
    Matcher host = HOST.matcher(uri);
    return host.find() && host.end() <= at;
  }

  private Optional<String> assumed(Placeholder placeholder, ScalarNode scalar, Place place) {
    String name = placeholder.name();
    boolean whole = placeholder.start() == 0 && placeholder.end() == scalar.text().length();
    if (name.endsWith(".Arn")) {
      return names.attribute(name.substring(0, name.length() - 4), "Arn", place);
    }
    String before = scalar.text().substring(0, placeholder.start());
    boolean functionArn = before.endsWith("/functions/");
    if ((whole && place.isFunctionUri(name)) || functionArn || before.endsWith(":function:")) {
      String function = resourceName(name);
      assumedNote(placeholder, scalar, "function", function);
      String arn = names.arn(ResourceKind.FUNCTION, function);
      return Optional.of(functionArn ? arn : whole ? names.invocation(arn) : function);
    }
    if (whole && place.isRole()) {
      String role = resourceName(name);
      assumedNote(placeholder, scalar, "role", role);
      return Optional.of(names.arn(ResourceKind.ROLE, role));
    }
    return Optional.empty();
  }

  private void assumedNote(Placeholder placeholder, ScalarNode scalar, String kind, String name) {
    diagnostics.report(
        SourceCodes.GM2022,
        placeholder.range(scalar),
        "\""
            + placeholder.name()
            + "\" has no value; the "
            + kind
            + " is taken to be \""
            + name
            + "\"",
        Names.howToSet(placeholder.name()));
  }

  private Optional<String> foreign(
      Placeholder placeholder, ScalarNode scalar, Place place, boolean required) {
    Optional<String> value = names.value(placeholder.name());
    if (value.isPresent() || place.documents() || !required) {
      return value;
    }
    return missing(placeholder, scalar);
  }

  private Optional<String> note(Placeholder placeholder, ScalarNode scalar, Place place) {
    String pseudo =
        switch (placeholder.name()) {
          case "region" -> "AWS::Region";
          case "account", "accountId", "account-id", "account_id" -> "AWS::AccountId";
          default -> placeholder.name();
        };
    return names
        .value(placeholder.name())
        .or(() -> names.value(pseudo))
        .or(() -> foreign(placeholder, scalar, place, true));
  }

  private Optional<String> missing(Placeholder placeholder, ScalarNode scalar) {
    Range range = placeholder.range(scalar);
    if (Names.isExpression(placeholder.name())) {
      diagnostics.report(
          SourceCodes.GM2028,
          range,
          Names.notEvaluated(placeholder.name()),
          Names.howToGive(placeholder.name()));
      return Optional.empty();
    }
    diagnostics.report(
        SourceCodes.GM2020,
        range,
        "placeholder \"" + placeholder.name() + "\" has no value",
        Names.howToSet(placeholder.name()));
    return Optional.empty();
  }

  private static String resourceName(String placeholder) {
    return placeholder.replaceAll("[^A-Za-z0-9_-]", "-");
  }
}
