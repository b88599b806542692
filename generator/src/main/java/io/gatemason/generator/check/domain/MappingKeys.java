package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.source.Placed;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Base paths have characters that a path may have, and each leads to one stage ({@code
 * docs/behaviour/domains.md#mappings}).
 */
final class MappingKeys implements ServiceCheck {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9$_.+!*'()/-]*");
  private static final int LONGEST = 300;
  private static final int MOST_OF_SEVERAL_LEVELS = 200;

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    service.domains().forEach(domain -> check(domain, diagnostics));
  }

  private static void check(DomainName domain, Diagnostics diagnostics) {
    Set<String> seen = new HashSet<>();
    int severalLevels = 0;
    for (ApiMapping mapping : domain.mappings()) {
      Placed<String> key = mapping.basePath();
      if (!seen.add(key.value())) {
        report(key, "another mapping of the domain has the same base path", diagnostics);
      } else if (!KEY.matcher(key.value()).matches() || key.value().contains("//")) {
        report(key, "characters that no base path can have", diagnostics);
      } else if (key.value().length() > LONGEST) {
        report(key, "a base path of more than " + LONGEST + " characters", diagnostics);
      } else if (key.value().contains("/") && ++severalLevels == MOST_OF_SEVERAL_LEVELS + 1) {
        report(
            key,
            "more than " + MOST_OF_SEVERAL_LEVELS + " base paths of several segments",
            diagnostics);
      }
    }
  }

  private static void report(Placed<String> key, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        DomainCodes.GM2603,
        key.range(),
        "base path \"" + key.value() + "\": " + problem,
        "write letters, digits and $-_.+!*'() between single slashes, each base path once");
  }
}
