package io.gatemason.runtime.policy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a call is about: {@code
 * arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/{verb}/{path}}
 * (docs/behaviour/authorization.md#method-arn). Immutable.
 */
public final class MethodArn {
  private final String text;
  private final int api;
  private final int path;

  private MethodArn(String text, int api, int path) {
    this.text = text;
    this.api = api;
    this.path = path;
  }

  /**
   * The ARN of a call.
   *
   * @param prefix {@code arn:{partition}:execute-api:{region}:{account}:}
   * @param apiId the API's id
   * @param stage the stage's name
   * @param verb the verb
   * @param path below the stage, as sent, without a slash at its beginning
   */
  public static MethodArn of(String prefix, String apiId, String stage, String verb, String path) {
    String head = prefix + apiId + "/" + stage + "/" + verb + "/";
    return new MethodArn(head + path, prefix.length(), head.length());
  }

  /** The ARN of a route of a WebSocket API, whose key stands in the place of verb and path. */
  public static MethodArn ofRoute(String prefix, String apiId, String stage, String routeKey) {
    String whole = prefix + apiId + "/" + stage + "/" + routeKey;
    return new MethodArn(whole, prefix.length(), whole.length());
  }

  /** The ARN of a custom domain. */
  public static MethodArn ofDomain(String prefix, String domain) {
    String whole = prefix + "/domainnames/" + domain;
    return new MethodArn(whole, prefix.length(), whole.length());
  }

  /** The whole ARN. */
  public String text() {
    return text;
  }

  /** The ARN as clients are told it: of the account only the last four digits. */
  public String masked() {
    int account = text.lastIndexOf(':', api - 2) + 1;
    int shown = Math.max(account, api - 5);
    return text.substring(0, account) + "*".repeat(shown - account) + text.substring(shown);
  }

  /** The same without the last segment of the path. */
  MethodArn withoutLastSegment() {
    int end = Math.max(text.lastIndexOf('/'), path);
    return new MethodArn(text.substring(0, end), api, path);
  }

  /** Where the part after the account begins, which is the API's id. */
  int apiStart() {
    return api;
  }

  /**
   * The same with the path as a backend may understand it: percent-decoded, without dot segments;
   * null if that is no other path.
   */
  @Nullable MethodArn meant() {
    if (text.indexOf('%', path) < 0 && text.indexOf('.', path) < 0) {
      return null;
    }
    String sent = text.substring(path);
    String meant = withoutDots(decoded(sent));
    return meant.equals(sent) ? null : new MethodArn(text.substring(0, path) + meant, api, path);
  }

  /** Whether the path has segments that a backend may take for steps to other paths. */
  boolean climbs() {
    for (String segment : decoded(text.substring(path)).split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static String withoutDots(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      decoded.write(low < 0 ? raw[i] : (high << 4) + low);
      i += low < 0 ? 0 : 2;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return text;
  }
}
