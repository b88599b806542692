package io.gatemason.runtime.auth.signature;

import io.gatemason.runtime.auth.identity.CredentialScope;
import io.gatemason.runtime.auth.identity.Hmac;
import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.aws.AwsRequest;
import io.gatemason.runtime.aws.RequestSigner;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.digest.Sha256;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signs as somebody whose own signature was verified
 * (docs/behaviour/integrations.md#caller-credentials). The key is asked for with the scope of the
 * request to be signed, which a key service may give another key for. Safe for concurrent use.
 */
public final class CallerSigner implements RequestSigner {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Identity caller;
  private final Identities identities;
  private final WallClock clock;

  /** Signs as {@code caller}, with keys of {@code identities}. */
  public CallerSigner(Identity caller, Identities identities, WallClock clock) {
    this.caller = caller;
    this.identities = identities;
    this.clock = clock;
  }

  /**
   * The headers that sign a request.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if the caller's credentials are no longer known,
   *     or not for that service
   */
  @Override
  public Map<String, String> sign(AwsEndpoint endpoint, AwsRequest request) {
    String time = TIME.format(Instant.ofEpochMilli(clock.epochMillis()));
    CredentialScope scope =
        new CredentialScope(time.substring(0, 8), endpoint.signingRegion(), endpoint.signingName());
    byte[] key = key(scope);
    Payload body = request.body();
    String hash = body == null ? UNSIGNED : Sha256.hex(body.bytes());
    Map<String, String> added = new LinkedHashMap<>();
    added.put("X-Amz-Date", time);
    added.put("x-amz-content-sha256", hash);
    if (!caller.sessionToken().isEmpty()) {
      added.put("X-Amz-Security-Token", caller.sessionToken());
    }
    OutwardRequest outward = OutwardRequest.of(request, added);
    List<String> signed = outward.signedHeaders();
    String canonical =
        scope.service().equals("s3")
            ? CanonicalRequest.withPathAsSent(outward, signed, hash)
            : CanonicalRequest.of(outward, signed, hash);
    added.put(
        "Authorization",
        ALGORITHM
            + " Credential="
            + caller.accessKeyId()
            + "/"
            + scope
            + ", SignedHeaders="
            + String.join(";", signed)
            + ", Signature="
            + signature(key, toSign(time, scope, canonical)));
    return added;
  }

  private static String toSign(String time, CredentialScope scope, String canonical) {
    String hash = Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
    return ALGORITHM + "\n" + time + "\n" + scope + "\n" + hash;
  }

  private static String signature(byte[] key, String toSign) {
    return HexFormat.of().formatHex(Hmac.of(key, toSign));
  }

  /** Asked for anew: who signed a message of a long connection may not be known any more. */
  private byte[] key(CredentialScope scope) {
    Identity known = identities.find(caller.accessKeyId(), scope);
    byte @Nullable [] key = known == null || !isCaller(known) ? null : known.signingKey(scope);
    if (key == null) {
      throw GatewayFailure.configurationError(
          "the credentials of " + caller + " are not known for " + scope.service());
    }
    return key;
  }

  private boolean isCaller(Identity known) {
    return known.caller().arn().equals(caller.caller().arn())
        && known.sessionToken().equals(caller.sessionToken())
        && !known.expired(Instant.ofEpochMilli(clock.epochMillis()));
  }
}
