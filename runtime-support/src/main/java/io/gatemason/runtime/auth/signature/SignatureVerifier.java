package io.gatemason.runtime.auth.signature;

import io.gatemason.runtime.auth.identity.CredentialScope;
import io.gatemason.runtime.auth.identity.Hmac;
import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.signature.SignatureRefusedException.Kind;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Verifies the signatures of requests to an API (docs/behaviour/authorization.md#signatures). What
 * can be judged without the request's body is judged before it is read. Safe for concurrent use.
 */
public final class SignatureVerifier {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String MISMATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";

  private final Identities identities;
  private final String region;
  private final String service;
  private final WallClock clock;
  private final boolean explains;

  /**
   * Verifies with the keys of these identities.
   *
   * @param region the one that signatures have to be for
   * @param service the service that signatures have to be for
   * @param explains whether clients are told the text that they should have signed
   */
  public SignatureVerifier(
      Identities identities, String region, String service, WallClock clock, boolean explains) {
    this.identities = identities;
    this.region = region;
    this.service = service;
    this.clock = clock;
    this.explains = explains;
  }

  /**
   * Who has signed the request.
   *
   * @throws SignatureRefusedException if nobody has, or not rightly
   */
  public Identity verify(SignedRequest request) {
    SignatureFields fields = SignatureFields.read(request);
    if (!fields.algorithm().equals(ALGORITHM)) {
      throw new SignatureRefusedException(
          Kind.INCOMPLETE, "Unsupported AWS 'algorithm': '" + fields.algorithm() + "'");
    }
    Credential credential = Credential.parse(fields.credential());
    Instant now = Instant.ofEpochMilli(clock.epochMillis());
    SigningTime time = SigningTime.parse(fields.time());
    credential.requireScope(region, service, time.text());
    time.requireCurrent(now, fields.validSeconds());
    if (!fields.signedHeaders().contains("host")) {
      throw new SignatureRefusedException(
          Kind.INVALID,
          "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
    Identity identity = identity(credential, fields, now);
    compare(request, fields, credential.scope(), identity);
    return identity;
  }

  private Identity identity(Credential credential, SignatureFields fields, Instant now) {
    Identity identity = identities.find(credential.accessKeyId(), credential.scope());
    if (identity == null || !same(identity.sessionToken(), fields.sessionToken())) {
      throw unknown();
    }
    if (identity.expired(now)) {
      throw new SignatureRefusedException(
          Kind.EXPIRED, "The security token included in the request is expired");
    }
    return identity;
  }

  private void compare(
      SignedRequest request, SignatureFields fields, CredentialScope scope, Identity identity) {
    byte[] key = identity.signingKey(scope);
    if (key == null) {
      throw unknown();
    }
    String canonical =
        CanonicalRequest.of(request, fields.signedHeaders(), Sha256.hex(request.body()));
    String toSign =
        ALGORITHM
            + "\n"
            + fields.time()
            + "\n"
            + scope
            + "\n"
            + Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
    String expected = HexFormat.of().formatHex(Hmac.of(key, toSign));
    if (!same(expected, fields.signature())) {
      throw new SignatureRefusedException(
          Kind.INVALID, explains ? MISMATCH + explanation(canonical, toSign) : MISMATCH);
    }
  }

  private static String explanation(String canonical, String toSign) {
    return "\n\nThe Canonical String for this request should have been\n'"
        + canonical
        + "'\n\nThe String-to-Sign should have been\n'"
        + toSign
        + "'\n";
  }

  private static SignatureRefusedException unknown() {
    return new SignatureRefusedException(
        Kind.UNKNOWN, "The security token included in the request is invalid.");
  }

  /** Compares without telling by time how much is equal. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
