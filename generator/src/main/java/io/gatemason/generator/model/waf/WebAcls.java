package io.gatemason.generator.model.waf;

import java.util.List;
import java.util.Map;

/**
 * The web ACLs of a service and what their rules refer to. Immutable.
 *
 * @param acls in the order of the templates
 * @param groups rule groups by what refers to them
 * @param ipSets sets of addresses by what refers to them
 * @param patternSets sets of regular expressions by what refers to them
 */
public record WebAcls(
    List<WebAcl> acls,
    Map<String, RuleGroup> groups,
    Map<String, IpSet> ipSets,
    Map<String, PatternSet> patternSets) {
  public WebAcls {
    acls = List.copyOf(acls);
    groups = Map.copyOf(groups);
    ipSets = Map.copyOf(ipSets);
    patternSets = Map.copyOf(patternSets);
  }

  /** The web ACLs that guard a stage. */
  public List<WebAcl> guarding() {
    return acls.stream().filter(acl -> !acl.stages().isEmpty()).toList();
  }
}
