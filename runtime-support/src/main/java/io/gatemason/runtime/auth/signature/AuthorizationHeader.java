package io.gatemason.runtime.auth.signature;

import io.gatemason.runtime.auth.signature.SignatureRefusedException.Kind;
import io.gatemason.runtime.digest.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The signature in the header Authorization (docs/behaviour/authorization.md#signatures). */
final class AuthorizationHeader {
  private static final String HASHED = "(hashed with SHA-256 and encoded with Base64)";

  private AuthorizationHeader() {}

  static SignatureFields read(SignedRequest request, List<String> values) {
    String header = String.join(",", values).strip();
    if (header.isEmpty()) {
      throw incomplete("Authorization header cannot be empty");
    }
    int blank = header.indexOf(' ');
    String algorithm = blank < 0 ? header : header.substring(0, blank);
    Map<String, String> parts = parts(header, blank < 0 ? "" : header.substring(blank + 1));
    List<String> dates = request.header("x-amz-date");
    String date = Texts.only(dates.isEmpty() ? request.header("date") : dates);
    requireAll(header, parts, date);
    return new SignatureFields(
        algorithm,
        parts.getOrDefault("Credential", ""),
        SignatureFields.names(parts.getOrDefault("SignedHeaders", "")),
        parts.getOrDefault("Signature", ""),
        date,
        Texts.only(request.header("x-amz-security-token")),
        0);
  }

  private static Map<String, String> parts(String header, String text) {
    Map<String, String> parts = new HashMap<>();
    if (text.indexOf('=') < 0) {
      throw noPair(header);
    }
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (part.isBlank()) {
        continue;
      }
      if (equals < 0) {
        throw noPair(header);
      }
      String name = part.substring(0, equals).strip();
      if (parts.put(name, part.substring(equals + 1).strip()) != null) {
        throw incomplete("Authorization header has more than one '" + name + "' parameter.");
      }
    }
    return parts;
  }

  private static void requireAll(String header, Map<String, String> parts, String date) {
    StringJoiner missing = new StringJoiner(" ");
    for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
      if (parts.getOrDefault(name, "").isEmpty()) {
        missing.add("Authorization header requires '" + name + "' parameter.");
      }
    }
    if (date.isEmpty()) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (missing.length() > 0) {
      throw incomplete(
          missing
              + " (Hashed with SHA-256 and encoded with Base64) Authorization="
              + Sha256.base64(header));
    }
  }

  private static SignatureRefusedException noPair(String header) {
    return incomplete(
        "Invalid key=value pair (missing equal-sign) in Authorization header "
            + HASHED
            + ": '"
            + Sha256.base64(header)
            + "'.");
  }

  private static SignatureRefusedException incomplete(String text) {
    return new SignatureRefusedException(Kind.INCOMPLETE, text);
  }
}
