package io.gatemason.generator.layout.name;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Makes Java names out of the words of a document. The only place that does. */
public final class Names {
  private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]+");
  private static final int MAX_LENGTH = 100;

  /** Names of devices on Windows, where no file or folder can be called so. */
  private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]");

  private Names() {}

  /**
   * A type name in upper camel case, made of the ASCII letters and digits of a text.
   *
   * @return empty text if the text has no ASCII letter or digit
   */
  public static String type(String text) {
    StringBuilder name = new StringBuilder();
    for (String word : NOT_ALPHANUMERIC.split(text, -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    if (name.length() > 0 && Character.isDigit(name.charAt(0))) {
      name.insert(0, "N");
    }
    if (DEVICE.matcher(name).matches()) {
      name.append("Name");
    }
    return shortened(name.toString(), text);
  }

  /** A field or method name in lower camel case, never a keyword. */
  public static String member(String typeName) {
    String name = typeName.substring(0, 1).toLowerCase(Locale.ROOT) + typeName.substring(1);
    return SourceVersion.isKeyword(name) ? name + "Value" : name;
  }

  /** A constant name in upper snake case. */
  public static String constant(String text) {
    String name = NOT_ALPHANUMERIC.matcher(text).replaceAll("_").toUpperCase(Locale.ROOT);
    name = name.replaceAll("^_+|_+$", "");
    if (name.isEmpty()) {
      return "VALUE_" + fingerprint(text);
    }
    return shortened(Character.isDigit(name.charAt(0)) ? "N" + name : name, text);
  }

  /** An API's id in words, of which the name of a class of the API says the last itself. */
  public static String ofApi(String id) {
    String name = type(id).replaceFirst("(?<=.)Api$", "");
    return name.isEmpty() ? "Root" : name;
  }

  /** A package segment: lower-case letters and digits. */
  public static String packageSegment(String text) {
    String name = NOT_ALPHANUMERIC.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      return "api" + fingerprint(text);
    }
    boolean unusable =
        Character.isDigit(name.charAt(0))
            || SourceVersion.isKeyword(name)
            || DEVICE.matcher(name).matches();
    return shortened(unusable ? "api" + name : name, text);
  }

  /** Eight hexadecimal digits that stand for a text: the same today and tomorrow. */
  public static String fingerprint(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return String.format(Locale.ROOT, "%08x", (hash ^ (hash >>> 32)) & 0xffffffffL);
  }

  /** A name that fits into the name of a file, told apart from others by the text it stands for. */
  public static String shortened(String name, String text) {
    return name.length() <= MAX_LENGTH
        ? name
        : name.substring(0, MAX_LENGTH - 8) + fingerprint(text);
  }
}
