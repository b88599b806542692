package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import io.gatemason.runtime.auth.token.TokenRefusedException.Reason;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A token in the compact form of RFC 7515 §7.1, taken apart and not believed yet. Each part has to
 * be the one base64url text of its bytes, JSON has to be strict, and the header may name neither a
 * key (RFC 8725 §3.10) nor an extension.
 */
final class CompactToken {
  private static final List<String> REFUSED = List.of("jku", "x5u", "jwk", "crit", "b64");
  private static final int LONGEST = 16_384;

  private final String signed;
  private final TokenHeader header;
  private final String payload;
  private final Base64URL signature;

  private CompactToken(String signed, TokenHeader header, String payload, Base64URL signature) {
    this.signed = signed;
    this.header = header;
    this.payload = payload;
    this.signature = signature;
  }

  /**
   * Takes a token apart.
   *
   * @param accepted the algorithms that it may name
   * @param known headers that other tokens have had, by their texts
   * @throws TokenRefusedException MALFORMED or ALGORITHM
   */
  static CompactToken parse(
      String text, Set<JWSAlgorithm> accepted, Function<String, @Nullable TokenHeader> known) {
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (text.length() > LONGEST || first < 1 || second < 0 || text.indexOf('.', second + 1) >= 0) {
      throw malformed("it has no three parts");
    }
    String headerText = text.substring(0, first);
    TokenHeader header = known.apply(headerText);
    String signature = text.substring(second + 1);
    decoded(signature);
    return new CompactToken(
        text.substring(0, second),
        header == null ? header(headerText, accepted) : header,
        text.substring(first + 1, second),
        new Base64URL(signature));
  }

  private static TokenHeader header(String text, Set<JWSAlgorithm> accepted) {
    JsonNode header = object(decoded(text), "header");
    for (String name : REFUSED) {
      if (header.has(name)) {
        throw malformed("its header has \"" + name + "\"");
      }
    }
    JsonNode keyId = header.path("kid");
    return new TokenHeader(algorithm(header, accepted), keyId.isTextual() ? keyId.textValue() : "");
  }

  private static JWSAlgorithm algorithm(JsonNode header, Set<JWSAlgorithm> accepted) {
    JsonNode name = header.path("alg");
    for (JWSAlgorithm algorithm : accepted) {
      if (name.isTextual() && algorithm.getName().equals(name.textValue())) {
        return algorithm;
      }
    }
    throw new TokenRefusedException(Reason.ALGORITHM, "the token's algorithm is not accepted");
  }

  private static JsonNode object(byte[] utf8, String part) {
    try {
      JsonNode node = Json.read(new String(utf8, StandardCharsets.UTF_8));
      if (node.isObject()) {
        return node;
      }
    } catch (JsonFormatException e) {
      throw malformed("its " + part + " is no JSON");
    }
    throw malformed("its " + part + " is no object");
  }

  /** The bytes of a part; what decodes to the same bytes in another spelling is refused. */
  private static byte[] decoded(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw malformed("a part is no base64url");
    }
    throw malformed("a part is no canonical base64url");
  }

  private static TokenRefusedException malformed(String detail) {
    return new TokenRefusedException(Reason.MALFORMED, "malformed token: " + detail);
  }

  /** What the header says. */
  TokenHeader header() {
    return header;
  }

  /** The header as it is written. */
  String headerText() {
    return signed.substring(0, signed.indexOf('.'));
  }

  /**
   * What the token claims, which means nothing before {@link #verify}.
   *
   * @throws TokenRefusedException MALFORMED if the payload is no JSON object
   */
  JsonNode claims() {
    return object(decoded(payload), "payload");
  }

  /**
   * Checks that {@code key} has signed the token.
   *
   * @throws TokenRefusedException KEY if the key is for another algorithm, else SIGNATURE
   */
  void verify(VerificationKey key) {
    if (!key.takes(header.algorithm())) {
      throw new TokenRefusedException(Reason.KEY, "the token's key is for another algorithm");
    }
    byte[] input = signed.getBytes(StandardCharsets.US_ASCII);
    try {
      if (key.verifier().verify(header.bare(), input, signature)) {
        return;
      }
    } catch (JOSEException e) {
      throw new TokenRefusedException(Reason.SIGNATURE, "the token's signature cannot be judged");
    }
    throw new TokenRefusedException(Reason.SIGNATURE, "the token's signature does not match");
  }
}
