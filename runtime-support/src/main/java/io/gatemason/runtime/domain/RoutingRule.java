package io.gatemason.runtime.domain;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.stage.StagePath;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a custom domain: requests that meet all its conditions go to its stage. Immutable;
 * every method that says more gives a new rule. Source: {@code docs/behaviour/domains.md#rules}.
 */
public final class RoutingRule {
  private final String id;
  private final int priority;
  private final List<List<HeaderMatch>> headers;
  private final List<List<String>> basePaths;
  private final boolean strips;
  private final String apiId;
  private final String stage;

  private RoutingRule(
      String id,
      int priority,
      List<List<HeaderMatch>> headers,
      List<List<String>> basePaths,
      boolean strips,
      String apiId,
      String stage) {
    this.id = id;
    this.priority = priority;
    this.headers = headers;
    this.basePaths = basePaths;
    this.strips = strips;
    this.apiId = apiId;
    this.stage = stage;
  }

  /**
   * A rule without conditions, which every request meets.
   *
   * @param id its name in logs
   * @param priority rules are asked in rising order of it
   * @param apiId the API that it leads to
   * @param stage the API's stage
   */
  public static RoutingRule of(String id, int priority, String apiId, String stage) {
    return new RoutingRule(id, priority, List.of(), List.of(), false, apiId, stage);
  }

  /** The same with a condition that one of some headers meets. */
  public RoutingRule headers(HeaderMatch... anyOf) {
    return new RoutingRule(
        id, priority, plus(headers, List.of(anyOf)), basePaths, strips, apiId, stage);
  }

  /**
   * The same with a condition that the beginning of the path meets.
   *
   * @param anyOf base paths without slashes around them
   */
  public RoutingRule basePaths(String... anyOf) {
    return new RoutingRule(
        id, priority, headers, plus(basePaths, List.of(anyOf)), strips, apiId, stage);
  }

  /** The same without the base path that was met, for the API. */
  public RoutingRule stripBasePath() {
    return new RoutingRule(id, priority, headers, basePaths, true, apiId, stage);
  }

  int priority() {
    return priority;
  }

  /**
   * What the rule leads to, null if a request does not meet its conditions.
   *
   * @param lowerCase whether the API sees the names of headers in lower case
   */
  DomainTable.@Nullable Target target(String path, RequestFields fields, boolean lowerCase) {
    for (List<HeaderMatch> anyOf : headers) {
      if (anyOf.stream().noneMatch(match -> match.fits(fields))) {
        return null;
      }
    }
    String met = null;
    for (List<String> anyOf : basePaths) {
      met = longest(anyOf, path);
      if (met == null) {
        return null;
      }
    }
    int length = met == null || !strips ? 0 : met.length() + 1;
    StagePath.Match match = new StagePath.Match(met, id, lowerCase);
    return new DomainTable.Target(apiId, stage, StagePath.ofBasePath(length, match));
  }

  private static @Nullable String longest(List<String> basePaths, String path) {
    String longest = null;
    for (String each : basePaths) {
      boolean longer = longest == null || each.length() > longest.length();
      if (longer && path.startsWith(each, 1)) {
        longest = each;
      }
    }
    return longest;
  }

  private static <T> List<T> plus(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }
}
