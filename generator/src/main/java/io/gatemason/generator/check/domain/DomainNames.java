package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.source.Placed;
import java.util.regex.Pattern;

/**
 * A domain has the name of a host, whose first label alone may be {@code *} ({@code
 * docs/behaviour/domains.md#hosts}).
 */
final class DomainNames implements ServiceCheck {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:\\*|[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
  private static final int LONGEST = 253;

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    service.domains().forEach(domain -> check(domain.name(), diagnostics));
  }

  private static void check(Placed<String> name, Diagnostics diagnostics) {
    if (name.value().length() > LONGEST || !HOST.matcher(name.value()).matches()) {
      diagnostics.report(
          DomainCodes.GM2602,
          name.range(),
          "\"" + name.value() + "\" is no name of a host",
          "write letters, digits and hyphens between dots; only the first label may be *");
    }
  }
}
