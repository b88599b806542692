package io.gatemason.runtime.schema.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The formats that java-json-tools json-schema-validator 2.2 knows in draft 4, with its idea of
 * each: a relative reference is a {@code uri}, for example.
 */
public final class Formats {
  private static final Pattern MAC = Pattern.compile("[A-Za-z0-9]{2}(?::[A-Za-z0-9]{2}){5}");

  /** Standard Base64 alphabet, length a multiple of four. */
  public static final TextFormat BASE64 = new Base64Format();

  /** RFC 3339 date and time; no leap seconds, at most 12 digits of a second. */
  public static final TextFormat DATE_TIME =
      new Simple(
          "string \"%s\" is invalid against requested date format(s)"
              + " [yyyy-MM-dd'T'HH:mm:ssZ, yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z]",
          DateTimeFormat::matches);

  /** RFC 822 address. */
  public static final TextFormat EMAIL =
      new Simple("string \"%s\" is not a valid email address", EmailFormat::matches);

  /** Domain name. */
  public static final TextFormat HOSTNAME =
      new Simple("string \"%s\" is not a valid hostname", AddressFormats::isHostname);

  /** IPv4 address in dotted decimals. */
  public static final TextFormat IPV4 =
      new Simple("string \"%s\" is not a valid IPv4 address", AddressFormats::isIpv4);

  /** IPv6 address. */
  public static final TextFormat IPV6 =
      new Simple("string \"%s\" is not a valid IPv6 address", AddressFormats::isIpv6);

  /** RFC 6901 pointer. */
  public static final TextFormat JSON_POINTER =
      new Simple("input string \"%s\" is not a valid JSON Pointer", Formats::isPointer);

  /** Six pairs of letters or digits with colons. */
  public static final TextFormat MAC_ADDRESS =
      new Simple(
          "input string \"%s\" is not a valid MAC address", text -> MAC.matcher(text).matches());

  /** 32 hexadecimal digits. */
  public static final TextFormat MD5 = new HexFormat(32);

  /** A regular expression. */
  public static final TextFormat REGEX =
      new Simple("string \"%s\" is not a valid ECMA 262 regular expression", Formats::isRegex);

  /** 40 hexadecimal digits. */
  public static final TextFormat SHA1 = new HexFormat(40);

  /** 64 hexadecimal digits. */
  public static final TextFormat SHA256 = new HexFormat(64);

  /** 128 hexadecimal digits. */
  public static final TextFormat SHA512 = new HexFormat(128);

  /** RFC 2396 reference, absolute or relative. */
  public static final TextFormat URI_REFERENCE =
      new Simple("string \"%s\" is not a valid URI", Formats::isUri);

  /** Five groups of hexadecimal digits with hyphens, of any length that fits. */
  public static final TextFormat UUID_TEXT =
      new Simple("input string \"%s\" is not a valid UUID", Formats::isUuid);

  private Formats() {}

  private static final class Simple extends TextFormat {
    private final Predicate<String> test;

    Simple(String error, Predicate<String> test) {
      super(error);
      this.test = test;
    }

    @Override
    public boolean accepts(String text) {
      return test.test(text);
    }
  }

  private static boolean isPointer(String text) {
    if (!text.isEmpty() && text.charAt(0) != '/') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean escape = text.charAt(i) == '~';
      if (escape && (i + 1 == text.length() || "01".indexOf(text.charAt(i + 1)) < 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRegex(String text) {
    try {
      return !text.contains("\\Z") && Pattern.compile(text).flags() == 0;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean isUri(String text) {
    try {
      URI parsed = new URI(text);
      return parsed.isAbsolute() || !parsed.isOpaque();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isUuid(String text) {
    try {
      return !UUID.fromString(text).toString().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
