package io.gatemason.generator.read;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the id of an API, whatever it comes from, a name that can begin the name of a host. */
final class ApiName {
  private static final Pattern HOST_LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final int LONGEST = 63;

  private ApiName() {}

  /** The name itself where it can; else the letters and digits of it, joined by hyphens. */
  static String of(String name) {
    if (HOST_LABEL.matcher(name).matches()) {
      return name;
    }
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String joined = plain.replace("\u00df", "ss").replaceAll("[^A-Za-z0-9]+", "-");
    String bounded = joined.replaceAll("^-+", "");
    bounded = bounded.substring(0, Math.min(LONGEST, bounded.length())).replaceAll("-+$", "");
    return bounded.isEmpty() ? "api" : bounded;
  }

  /** Two names of one API: hosts are compared without regard to case. */
  static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
