package io.gatemason.generator.read.resource;

import io.gatemason.generator.model.service.ResourceId;
import io.gatemason.generator.model.waf.IpSet;
import io.gatemason.generator.model.waf.PatternSet;
import io.gatemason.generator.model.waf.RuleGroup;
import io.gatemason.generator.model.waf.WebAcl;
import io.gatemason.generator.model.waf.WebAcl.GuardedStage;
import io.gatemason.generator.model.waf.WebAclLogging;
import io.gatemason.generator.model.waf.WebAcls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Web ACLs, and what they refer to, while templates are read. Not thread-safe. */
public final class WafDraft {
  private final Map<String, WebAcl> acls = new LinkedHashMap<>();
  private final Map<String, RuleGroup> groups = new LinkedHashMap<>();
  private final Map<String, IpSet> ipSets = new LinkedHashMap<>();
  private final Map<String, PatternSet> patternSets = new LinkedHashMap<>();
  private final Map<String, List<GuardedStage>> guarded = new LinkedHashMap<>();

  private final Map<String, WebAclLogging> logs = new LinkedHashMap<>();

  WafDraft() {}

  /** Adds a web ACL. */
  public void add(ResourceId id, WebAcl acl) {
    acls.put(id.toString(), acl);
  }

  /** Adds a rule group. */
  public void add(ResourceId id, RuleGroup group) {
    groups.put(id.toString(), group);
  }

  /** Adds a set of addresses. */
  public void add(ResourceId id, IpSet set) {
    ipSets.put(id.toString(), set);
  }

  /** Adds a set of regular expressions. */
  public void add(ResourceId id, PatternSet set) {
    patternSets.put(id.toString(), set);
  }

  /** Says that a web ACL guards a stage. */
  public void guard(ResourceId acl, GuardedStage stage) {
    guarded.computeIfAbsent(acl.toString(), id -> new ArrayList<>()).add(stage);
  }

  /** Says what a web ACL writes. */
  public void log(ResourceId acl, WebAclLogging logging) {
    logs.put(acl.toString(), logging);
  }

  /** All of them. */
  WebAcls webAcls() {
    List<WebAcl> all = new ArrayList<>();
    acls.forEach(
        (id, acl) ->
            all.add(
                acl.with(guarded.getOrDefault(id, List.of()), Optional.ofNullable(logs.get(id)))));
    return new WebAcls(all, groups, ipSets, patternSets);
  }
}
