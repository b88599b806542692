package io.gatemason.runtime.waf;

import java.util.List;

/**
 * What a web ACL has made of a request, for whoever watches it. Immutable.
 *
 * @param acl the name of the web ACL
 * @param rule the rule that decided, {@code Default_Action} if none did
 * @param allowed whether the request went on
 * @param counted the rules that matched and only count
 * @param passed the rules whose groups decided nothing
 */
public record WebAclOutcome(
    String acl, String rule, boolean allowed, List<String> counted, List<String> passed) {

  public WebAclOutcome {
    counted = List.copyOf(counted);
    passed = List.copyOf(passed);
  }
}
