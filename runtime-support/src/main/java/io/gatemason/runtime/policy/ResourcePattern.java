package io.gatemason.runtime.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * The resources of a statement: whole ARNs with wildcards and variables, or their parts from the
 * API's id on. Immutable; made once, as a constant.
 */
public final class ResourcePattern {
  private final List<Entry> entries;

  private ResourcePattern(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** One resource; {@code below} the API it is matched with what follows the API's id. */
  private record Entry(PolicyText text, boolean below) {}

  /**
   * The resources of a policy of version 2012-10-17, which may have variables: {@code *}, ARNs, or
   * {@code execute-api:/stage/VERB/path} for those of the API that the policy belongs to.
   *
   * @throws PolicyFormatException if a variable is malformed
   */
  public static ResourcePattern of(String... resources) {
    return of(List.of(resources), true);
  }

  /** As {@link #of(String...)}, for a policy of version 2008-10-17, which has no variables. */
  public static ResourcePattern withoutVariables(String... resources) {
    return of(List.of(resources), false);
  }

  static ResourcePattern of(List<String> resources, boolean variables) {
    List<Entry> entries = new ArrayList<>(resources.size());
    for (String resource : resources) {
      boolean below = resource.startsWith("execute-api:/");
      String pattern = below ? resource.substring("execute-api:".length()) : resource;
      entries.add(
          new Entry(
              variables ? PolicyText.withVariables(pattern, true) : PolicyText.plain(pattern, true),
              below));
    }
    return new ResourcePattern(entries);
  }

  /** Whether one of the resources is that of the call. */
  public boolean fits(AccessRequest call) {
    MethodArn arn = call.resource();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      int[] tokens = entry.text().tokens(call);
      int start = entry.below() ? arn.text().indexOf('/', arn.apiStart()) : 0;
      if (tokens != null && Glob.matches(tokens, arn.text(), start, arn.text().length(), false)) {
        return true;
      }
    }
    return false;
  }
}
