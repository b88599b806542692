package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.FieldToMatch;
import io.gatemason.generator.model.waf.FieldToMatch.Kind;
import io.gatemason.generator.model.waf.WebAcl;
import io.gatemason.generator.model.waf.WebAclLogging;
import io.gatemason.generator.model.waf.WebAclLogging.Condition;
import io.gatemason.generator.source.Range;
import java.util.Set;

/** What web ACLs write ({@code docs/behaviour/web-acls.md#logs}). */
final class Logs implements ServiceCheck {
  private static final String PREFIX = "aws-waf-logs-";
  private static final Set<Kind> REDACTED =
      Set.of(Kind.URI_PATH, Kind.QUERY_STRING, Kind.SINGLE_HEADER, Kind.METHOD);
  private static final Set<String> ACTIONS =
      Set.of("ALLOW", "BLOCK", "COUNT", "CAPTCHA", "CHALLENGE", "EXCLUDED_AS_COUNT");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    service.webAcls().acls().stream()
        .map(WebAcl::logging)
        .flatMap(logging -> logging.stream())
        .forEach(logging -> check(logging, diagnostics));
  }

  private static void check(WebAclLogging logging, Diagnostics diagnostics) {
    if (!logging.name().startsWith(PREFIX)) {
      report(logging.range(), "the name of its log has to begin with " + PREFIX, diagnostics);
    }
    for (FieldToMatch part : logging.redacted()) {
      if (!REDACTED.contains(part.kind())) {
        report(part.range(), part.kind().word() + " cannot be redacted", diagnostics);
      }
    }
    if (logging.filters().stream().anyMatch(filter -> filter.conditions().isEmpty())) {
      report(logging.range(), "a filter has to have conditions", diagnostics);
    }
    logging.filters().stream()
        .flatMap(filter -> filter.conditions().stream())
        .filter(condition -> !condition.label() && !ACTIONS.contains(condition.value()))
        .map(Condition::value)
        .forEach(action -> report(logging.range(), "there is no action " + action, diagnostics));
  }

  private static void report(Range range, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM2962,
        range,
        problem,
        "a web ACL has one log, in which path, query, method and headers can be redacted");
  }
}
