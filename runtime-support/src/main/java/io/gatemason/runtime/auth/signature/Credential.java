package io.gatemason.runtime.auth.signature;

import io.gatemason.runtime.auth.identity.CredentialScope;
import io.gatemason.runtime.auth.signature.SignatureRefusedException.Kind;

/**
 * An access key id and what the signature is good for.
 *
 * @param accessKeyId anything
 * @param scope day, region and service
 * @param terminator what the scope ends with
 */
record Credential(String accessKeyId, CredentialScope scope, String terminator) {

  static Credential parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 5) {
      throw new SignatureRefusedException(
          Kind.INCOMPLETE,
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term, got '"
              + text
              + "'");
    }
    return new Credential(parts[0], new CredentialScope(parts[1], parts[2], parts[3]), parts[4]);
  }

  /** Fails unless the signature is for this region and service, and the day of its time. */
  void requireScope(String region, String service, String time) {
    StringBuilder wrong = new StringBuilder();
    if (!scope.region().equals(region)) {
      wrong
          .append("Credential should be scoped to a valid region, not '")
          .append(scope.region())
          .append("'. ");
    }
    if (!scope.service().equals(service)) {
      wrong
          .append("Credential should be scoped to correct service: '")
          .append(service)
          .append("'. ");
    }
    if (!terminator.equals(CredentialScope.TERMINATOR)) {
      wrong
          .append("Credential should be scoped with a valid terminator: '")
          .append(CredentialScope.TERMINATOR)
          .append("', not '")
          .append(terminator)
          .append("'. ");
    }
    String day = time.substring(0, 8);
    if (wrong.isEmpty() && !scope.date().equals(day)) {
      wrong
          .append("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date")
          .append(" from HTTP: '")
          .append(scope.date())
          .append("' != '")
          .append(day)
          .append("', from '")
          .append(time)
          .append("'.");
    }
    if (!wrong.isEmpty()) {
      throw new SignatureRefusedException(Kind.INVALID, wrong.toString());
    }
  }
}
