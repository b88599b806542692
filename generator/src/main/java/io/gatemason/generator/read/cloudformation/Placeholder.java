package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.TextView.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a text that waits for a value.
 *
 * @param start its first character
 * @param end the offset after its last one
 * @param name what stands between the braces, without white space around it
 */
public record Placeholder(int start, int end, String name) {
  private static final Pattern DOLLAR = Pattern.compile("\\$\\{([^{}]*)\\}");
  private static final Pattern BRACES = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
  private static final Pattern ANGLES = Pattern.compile("<<([A-Za-z][\\w.-]*)>>");

  /** {@code ${name}}, but not {@code $${name}}, which is Terraform's way to write it literally. */
  public static List<Placeholder> dollars(String text) {
    List<Placeholder> found = find(DOLLAR, text);
    found.removeIf(p -> p.start() > 0 && text.charAt(p.start() - 1) == '$');
    return found;
  }

  /** {@code {{ name }}} of Jinja and its like. */
  static List<Placeholder> braces(String text) {
    return find(BRACES, text);
  }

  /** {@code <<name>>}, a note to whoever deploys. */
  static List<Placeholder> angles(String text) {
    return find(ANGLES, text);
  }

  public Edit edit(String replacement) {
    return new Edit(start, end, replacement);
  }

  public Range range(ScalarNode text) {
    return new Range(text.range().file(), text.position(start), text.position(end));
  }

  private static List<Placeholder> find(Pattern pattern, String text) {
    List<Placeholder> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(new Placeholder(matcher.start(), matcher.end(), matcher.group(1).strip()));
    }
    return found;
  }
}
