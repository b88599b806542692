package io.gatemason.runtime.service;

import io.gatemason.runtime.waf.WebAcl;
import io.gatemason.runtime.waf.WebAclGuard;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The web ACLs of a service, whose counters all their stages share and which outlast changes of
 * settings. Safe for concurrent use.
 */
final class SharedWebAcls {
  private final Map<String, WebAcl> byName = new ConcurrentHashMap<>();
  private final String region;

  /** The web ACLs of a region, which their ARNs name. */
  SharedWebAcls(String region) {
    this.region = region;
  }

  /** A web ACL, made when it is first asked for. */
  WebAclGuard guard(String name, Supplier<WebAcl> made) {
    return new WebAclGuard(byName.computeIfAbsent(name, each -> made.get()), region);
  }
}
