package io.gatemason.generator.read.cloudformation;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that have a value at run time: the gateway's own, and what a mapping template sets. */
public final class TemplateNames {
  private static final Set<String> RUNTIME =
      Set.of("stageVariables", "context", "input", "util", "request", "response", "integration");
  private static final Set<String> LOOP = Set.of("foreach", "velocityCount", "velocityHasNext");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "#\\{?(?:set|foreach)\\}?\\s*\\(\\s*\\$!?\\{?([A-Za-z_][\\w-]*)"
              + "|#\\{?(?:macro|define)\\}?\\s*\\(([^)]*)\\)");
  private static final Pattern REFERENCE = Pattern.compile("\\$!?\\{?([A-Za-z_][\\w-]*)");

  private final Set<String> names = new HashSet<>(RUNTIME);

  private TemplateNames() {}

  public static TemplateNames of(String text, Place place) {
    TemplateNames found = new TemplateNames();
    if (place.isMappingTemplate()) {
      found.names.addAll(LOOP);
      Matcher matcher = ASSIGNED.matcher(text);
      while (matcher.find()) {
        if (matcher.group(1) != null) {
          found.names.add(matcher.group(1));
        } else {
          Matcher argument = REFERENCE.matcher(matcher.group(2));
          while (argument.find()) {
            found.names.add(argument.group(1));
          }
        }
      }
    }
    return found;
  }

  /** Whether a reference, with its properties and methods, begins with such a name. */
  public boolean has(String reference) {
    int end = 0;
    while (end < reference.length()
        && (Character.isLetterOrDigit(reference.charAt(end))
            || reference.charAt(end) == '_'
            || reference.charAt(end) == '-')) {
      end++;
    }
    String root = reference.substring(0, end);
    // Alone, "context" or "input" is as likely somebody's parameter.
    return names.contains(root) && (end < reference.length() || !RUNTIME.contains(root));
  }
}
