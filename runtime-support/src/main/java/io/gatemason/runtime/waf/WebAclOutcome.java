package io.gatemason.runtime.waf;

import java.util.List;
import java.util.Map;

/**
 * What a web ACL has made of a request, for whoever watches it. Immutable.
 *
 * @param acl the name of the web ACL
 * @param arn its ARN
 * @param rule the rule that decided, {@code Default_Action} if none did
 * @param type the kind of that rule, in the words of logs
 * @param allowed whether the request went on
 * @param responseCode the status of the web ACL's own answer, 0 without one
 * @param counted the rules that matched and only count
 * @param groups what rules of groups have done, in the order in which they were asked
 * @param inserted headers that the request got
 * @param labels whole names of its labels
 * @param oversize what was too long to be inspected, in the words of logs
 */
public record WebAclOutcome(
    String acl,
    String arn,
    String rule,
    String type,
    boolean allowed,
    int responseCode,
    List<String> counted,
    List<Group> groups,
    Map<String, String> inserted,
    List<String> labels,
    List<String> oversize) {

  /**
   * What rules of a group have done.
   *
   * @param asker the name of the rule of the web ACL that asked them
   * @param name the name of the group
   * @param rule the rule that decided, "" if none did
   * @param allowed whether it was to allow the request
   * @param counted the rules that matched and only count
   */
  public record Group(
      String asker, String name, String rule, boolean allowed, List<String> counted) {

    public Group {
      counted = List.copyOf(counted);
    }
  }

  public WebAclOutcome {
    counted = List.copyOf(counted);
    groups = List.copyOf(groups);
    inserted = Map.copyOf(inserted);
    labels = List.copyOf(labels);
    oversize = List.copyOf(oversize);
  }

  /** Whether the request has a label, named wholly; whichever account it names. */
  public boolean hasLabel(String name) {
    String wanted = Labels.anyAccount(name);
    return labels.stream().anyMatch(label -> Labels.anyAccount(label).equals(wanted));
  }

  /** Whether a rule has counted the request. */
  public boolean anyCounted() {
    return !counted.isEmpty() || groups.stream().anyMatch(group -> !group.counted().isEmpty());
  }
}
