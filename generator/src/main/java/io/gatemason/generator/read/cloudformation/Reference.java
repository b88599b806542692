package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.Range;
import java.util.Optional;

/** Finds the value of a name that a template language wrote: {@code Name} or {@code Name.Attr}. */
public final class Reference {
  private final Names names;
  private final Diagnostics diagnostics;
  private final Place place;

  public Reference(Names names, Diagnostics diagnostics, Place place) {
    this.names = names;
    this.diagnostics = diagnostics;
    this.place = place;
  }

  /**
   * The value of a name; empty where there is none, which is reported.
   *
   * @param before the text before it, from which follows what can be assumed
   */
  public Optional<String> named(String name, Range range, String before) {
    Optional<String> value = names.value(name);
    if (value.isPresent()) {
      return value;
    }
    int dot = name.indexOf('.');
    Optional<String> found =
        dot > 0
            ? names.attribute(
                name.substring(0, dot), name.substring(dot + 1), functionAware(before))
            : resource(name, range, before);
    if (found.isEmpty()) {
      unresolved(name, range);
    }
    return found;
  }

  private void unresolved(String name, Range range) {
    diagnostics.report(
        SourceCodes.GM2020, range, "\"" + name + "\" has no value", Names.howToSet(name));
  }

  private Optional<String> resource(String name, Range range, String before) {
    Optional<String> declared = names.resource(name);
    if (declared.isPresent()) {
      return declared;
    }
    if (before.endsWith(":function:")) {
      return Optional.of(name);
    }
    if (before.endsWith("/functions/")) {
      return Optional.of(names.arn(ResourceKind.FUNCTION, name));
    }
    boolean guessable = name.matches("[A-Za-z][A-Za-z0-9]*") && !before.startsWith("http");
    if (!guessable || names.isTemplateParameter(name) || names.wouldKnow(range)) {
      return Optional.empty();
    }
    if (place.documents()) {
      return Optional.of(name);
    }
    diagnostics.report(
        SourceCodes.GM2021,
        range,
        "\"" + name + "\" has no value; the name itself is taken",
        Names.howToSet(name));
    return Optional.of(name);
  }

  /** An ARN behind "functions/" is a function's, wherever it stands. */
  private Place functionAware(String before) {
    return before.endsWith("/functions/") ? Place.ROOT : place;
  }
}
