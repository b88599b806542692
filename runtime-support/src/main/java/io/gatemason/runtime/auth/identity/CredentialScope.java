package io.gatemason.runtime.auth.identity;

/**
 * What a signing key is good for.
 *
 * @param date the day, as YYYYMMDD
 * @param region such as us-east-1
 * @param service the service's signing name, such as execute-api
 */
public record CredentialScope(String date, String region, String service) {
  /** What scopes end with. */
  public static final String TERMINATOR = "aws4_request";

  /** The scope as signatures spell it. */
  @Override
  public String toString() {
    return date + "/" + region + "/" + service + "/" + TERMINATOR;
  }
}
