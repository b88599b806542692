package io.gatemason.runtime.auth.signature;

import io.gatemason.runtime.auth.signature.SignatureRefusedException.Kind;
import java.util.List;
import java.util.Map;

/**
 * What a request says of its signature, in either form. Nothing of it is believed yet.
 *
 * @param algorithm its name
 * @param credential access key id and scope
 * @param signedHeaders lower-case names in their order
 * @param signature hexadecimal digits
 * @param time as YYYYMMDDTHHMMSSZ
 * @param sessionToken "" if there is none
 * @param validSeconds for how long it is valid; 0 where clocks may only differ
 */
record SignatureFields(
    String algorithm,
    String credential,
    List<String> signedHeaders,
    String signature,
    String time,
    String sessionToken,
    int validSeconds) {
  private static final int LONGEST_SECONDS = 604_800;

  /**
   * Reads the signature of a request: Authorization if it was sent, else the query.
   *
   * @throws SignatureRefusedException if there is none, or a part of it is missing
   */
  static SignatureFields read(SignedRequest request) {
    List<String> authorization = request.header("authorization");
    if (!authorization.isEmpty()) {
      return AuthorizationHeader.read(request, authorization);
    }
    Map<String, String> parameters = PresignedQuery.parameters(request.query());
    if (parameters.isEmpty()) {
      throw new SignatureRefusedException(Kind.MISSING, "Missing Authentication Token");
    }
    return PresignedQuery.read(parameters);
  }

  static int validSeconds(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 6 && text.chars().allMatch(Character::isDigit);
    int seconds = digits ? Integer.parseInt(text) : 0;
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw new SignatureRefusedException(
          Kind.INCOMPLETE, "X-Amz-Expires must be a number between 1 and " + LONGEST_SECONDS);
    }
    return seconds;
  }

  static List<String> names(String signedHeaders) {
    return List.of(signedHeaders.split(";", -1));
  }
}
