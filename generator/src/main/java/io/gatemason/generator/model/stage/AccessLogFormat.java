package io.gatemason.generator.model.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of an access log, taken apart. Immutable.
 *
 * @param parts what it is made of, in order
 */
public record AccessLogFormat(List<Part> parts) {
  private static final Pattern VARIABLE = Pattern.compile("\\$context((?:\\.[A-Za-z0-9_-]+)+)");
  private static final Pattern CSV =
      Pattern.compile("(?:\"?\\$context[.A-Za-z0-9_-]+\"?)(?:,\"?\\$context[.A-Za-z0-9_-]+\"?)+");

  /** How a value is written, so that it cannot break what stands around it. */
  public enum Style {
    PLAIN("plain"),
    QUOTED("quoted"),
    JSON("json"),
    JSON_VALUE("jsonValue"),
    XML("xml"),
    CSV("csv"),
    CSV_QUOTED("csvQuoted");

    private final String word;

    Style(String word) {
      this.word = word;
    }

    /** What the runtime calls it. */
    public String word() {
      return word;
    }
  }

  /**
   * A piece of the line.
   *
   * @param text what is written as it is, or the dotted name of a context variable
   * @param variable whether it is a variable
   * @param style how the variable is written
   */
  public record Part(String text, boolean variable, Style style) {}

  public AccessLogFormat {
    parts = List.copyOf(parts);
  }

  /**
   * Takes a format apart; what is no variable is text.
   *
   * @param routes whether the API has routes instead of resources
   */
  public static AccessLogFormat parse(String written, boolean routes) {
    String format = Preset.expanded(written.strip(), routes);
    Shape shape = Shape.of(format);
    List<Part> parts = new ArrayList<>();
    Matcher variables = VARIABLE.matcher(format);
    int end = 0;
    boolean quoted = false;
    while (variables.find()) {
      String before = format.substring(end, variables.start());
      quoted = quotedAfter(before, quoted);
      if (!before.isEmpty()) {
        parts.add(new Part(before, false, Style.PLAIN));
      }
      String name = variables.group(1).substring(1);
      parts.add(new Part(name, true, shape.style(quoted)));
      end = variables.end();
    }
    if (end < format.length()) {
      parts.add(new Part(format.substring(end), false, Style.PLAIN));
    }
    return new AccessLogFormat(parts);
  }

  private static boolean quotedAfter(String text, boolean before) {
    boolean quoted = before;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return quoted;
  }

  /** What the line looks like as a whole. */
  private enum Shape {
    PLAIN(Style.PLAIN, Style.QUOTED),
    JSON(Style.JSON_VALUE, Style.JSON),
    XML(Style.XML, Style.XML),
    CSV(Style.CSV, Style.CSV_QUOTED);

    private final Style bare;
    private final Style quoted;

    Shape(Style bare, Style quoted) {
      this.bare = bare;
      this.quoted = quoted;
    }

    Style style(boolean isQuoted) {
      return isQuoted ? quoted : bare;
    }

    static Shape of(String format) {
      String text = format.strip();
      if (text.startsWith("{")) {
        return JSON;
      }
      if (text.startsWith("<")) {
        return XML;
      }
      return AccessLogFormat.CSV.matcher(text).matches() ? CSV : PLAIN;
    }
  }

  /** The formats that the service's console offers, by their names. */
  private enum Preset {
    CLF(
        "$context.identity.sourceIp $context.identity.caller $context.identity.user"
            + " [$context.requestTime] \"$context.httpMethod $context.resourcePath"
            + " $context.protocol\" $context.status $context.responseLength $context.requestId"
            + " $context.extendedRequestId"),
    JSON(
        "{ \"requestId\":\"$context.requestId\","
            + " \"extendedRequestId\":\"$context.extendedRequestId\","
            + " \"ip\":\"$context.identity.sourceIp\","
            + " \"caller\":\"$context.identity.caller\","
            + " \"user\":\"$context.identity.user\","
            + " \"requestTime\":\"$context.requestTime\","
            + " \"httpMethod\":\"$context.httpMethod\","
            + " \"resourcePath\":\"$context.resourcePath\","
            + " \"status\":\"$context.status\", \"protocol\":\"$context.protocol\","
            + " \"responseLength\":\"$context.responseLength\" }"),
    XML(
        "<request id=\"$context.requestId\">"
            + " <extendedRequestId>$context.extendedRequestId</extendedRequestId>"
            + " <ip>$context.identity.sourceIp</ip>"
            + " <caller>$context.identity.caller</caller>"
            + " <user>$context.identity.user</user>"
            + " <requestTime>$context.requestTime</requestTime>"
            + " <httpMethod>$context.httpMethod</httpMethod>"
            + " <resourcePath>$context.resourcePath</resourcePath>"
            + " <status>$context.status</status> <protocol>$context.protocol</protocol>"
            + " <responseLength>$context.responseLength</responseLength> </request>"),
    CSV(
        "$context.identity.sourceIp,$context.identity.caller,$context.identity.user,"
            + "$context.requestTime,$context.httpMethod,$context.resourcePath,"
            + "$context.protocol,$context.status,$context.responseLength,$context.requestId,"
            + "$context.extendedRequestId");

    private final String format;

    Preset(String format) {
      this.format = format;
    }

    /** Other APIs have routes instead of resources, and neither users nor second ids. */
    private static String ofRoutes(String format) {
      return format
          .replace("resourcePath", "routeKey")
          .replace("$context.identity.caller $context.identity.user", "- -")
          .replace("$context.identity.caller,$context.identity.user,", "")
          .replace(" \"caller\":\"$context.identity.caller\",", "")
          .replace(" \"user\":\"$context.identity.user\",", "")
          .replace(" <caller>$context.identity.caller</caller>", "")
          .replace(" <user>$context.identity.user</user>", "")
          .replace(" \"extendedRequestId\":\"$context.extendedRequestId\",", "")
          .replace(" <extendedRequestId>$context.extendedRequestId</extendedRequestId>", "")
          .replaceFirst("[ ,]\\$context\\.extendedRequestId$", "");
    }

    static String expanded(String written, boolean routes) {
      for (Preset preset : values()) {
        if (preset.name().equals(written)) {
          return routes ? ofRoutes(preset.format) : preset.format;
        }
      }
      return written;
    }
  }
}
