package io.gatemason.runtime.waf;

import io.gatemason.runtime.stage.StableId;
import java.util.List;

/**
 * Rules that stand before the APIs of stages, in the order in which they are asked. Its counters
 * are those of all stages that it guards. Safe for concurrent use
 * (docs/behaviour/web-acls.md#evaluation).
 */
public final class WebAcl {
  private static final int BODY_LIMIT = 16_384;
  private static final String DEFAULT = "Default_Action";

  private final String name;
  private final Action otherwise;
  private final int bodyLimit;
  private final List<Rule> rules;

  private WebAcl(String name, Action otherwise, int bodyLimit, List<Rule> rules) {
    this.name = name;
    this.otherwise = otherwise;
    this.bodyLimit = bodyLimit;
    this.rules = rules;
  }

  /**
   * A web ACL.
   *
   * @param otherwise what becomes of requests about which no rule decides
   */
  public static WebAcl of(String name, Action otherwise, Rule... rules) {
    return new WebAcl(name, otherwise, BODY_LIMIT, List.of(rules));
  }

  /** The web ACL, of which so many bytes of bodies are inspected; 16384 unless set. */
  public WebAcl inspecting(int bodyBytes) {
    return new WebAcl(name, otherwise, bodyBytes, rules);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  int bodyLimit() {
    return bodyLimit;
  }

  String arn(String region, String account) {
    String id = StableId.of("webacl/" + name, 32);
    return "arn:aws:wafv2:" + region + ":" + account + ":regional/webacl/" + name + "/" + id;
  }

  /** What becomes of a request. */
  Rule.Ending judge(Inspection request, Trail trail) {
    request.judging("awswaf:" + request.account() + ":webacl:" + name + ":");
    for (Rule rule : rules) {
      Rule.Ending ending = rule.judge(request, trail);
      if (ending != null) {
        return ending;
      }
    }
    trail.insert(otherwise.inserted());
    return new Rule.Ending(DEFAULT, "REGULAR", otherwise);
  }
}
