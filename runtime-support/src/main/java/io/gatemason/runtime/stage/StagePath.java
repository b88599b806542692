package io.gatemason.runtime.stage;

import org.jspecify.annotations.Nullable;

/**
 * How the path of a request names its stage (docs/behaviour/domains.md#paths). Positions are
 * characters of the path. Immutable.
 *
 * @param routed where the path begins by which methods are found
 * @param shown where the path begins that events of version 1.0 show
 * @param raw where the path begins that events of version 2.0 show
 * @param match what a custom domain found the stage by, null at the default endpoint of the API
 */
public record StagePath(int routed, int shown, int raw, @Nullable Match match) {

  /**
   * What a custom domain found a stage by.
   *
   * @param basePath the base path of a mapping or rule, {@code (none)} for the root; null where a
   *     rule looks at no path
   * @param rule the id of the rule, null for a mapping
   * @param lowerCase whether the API sees the names of all headers in lower case
   */
  public record Match(@Nullable String basePath, @Nullable String rule, boolean lowerCase) {}

  /** At the default endpoint, where the path begins with the stage. */
  public static StagePath ofEndpoint(int prefixLength) {
    return new StagePath(prefixLength, prefixLength, 0, null);
  }

  /** Behind a base path of a custom domain, which names the stage. */
  public static StagePath ofBasePath(int length, Match match) {
    return new StagePath(length, 0, length, match);
  }

  /** The same where the stage follows the base path, up to {@code stageEnd}. */
  public StagePath followedByStage(int stageEnd) {
    return new StagePath(stageEnd, shown, raw, match);
  }

  /** The path that events of version 1.0 show; a doubled slash at its start counts as one. */
  public String shownPath(String path) {
    int start = shown;
    while (path.startsWith("//", start)) {
      start++;
    }
    return start == path.length() ? "/" : path.substring(start);
  }

  /** The path that events of version 2.0 show. */
  public String rawPath(String path) {
    String rest = path.substring(raw);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  /** Whether the API sees the names of all headers in lower case. */
  public boolean lowerCasesHeaders() {
    return match != null && match.lowerCase();
  }
}
