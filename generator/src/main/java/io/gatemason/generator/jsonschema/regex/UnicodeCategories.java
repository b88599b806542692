package io.gatemason.generator.jsonschema.regex;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of Unicode's general categories. */
final class UnicodeCategories {
  private static final Map<String, String> BY_LONG_NAME =
      Map.ofEntries(
          Map.entry("letter", "L"),
          Map.entry("lowercase_letter", "Ll"),
          Map.entry("uppercase_letter", "Lu"),
          Map.entry("titlecase_letter", "Lt"),
          Map.entry("modifier_letter", "Lm"),
          Map.entry("other_letter", "Lo"),
          Map.entry("mark", "M"),
          Map.entry("number", "N"),
          Map.entry("decimal_number", "Nd"),
          Map.entry("digit", "Nd"),
          Map.entry("letter_number", "Nl"),
          Map.entry("other_number", "No"),
          Map.entry("punctuation", "P"),
          Map.entry("punct", "P"),
          Map.entry("symbol", "S"),
          Map.entry("currency_symbol", "Sc"),
          Map.entry("math_symbol", "Sm"),
          Map.entry("separator", "Z"),
          Map.entry("space_separator", "Zs"),
          Map.entry("other", "C"),
          Map.entry("control", "Cc"));

  private UnicodeCategories() {}

  /**
   * The short name of what stands in {@code \\p{…}}, such as {@code gc=Letter}; empty if unknown.
   */
  static Optional<String> of(String property) {
    String value = property.substring(property.indexOf('=') + 1);
    return Optional.of(BY_LONG_NAME.getOrDefault(value.toLowerCase(Locale.ROOT), value))
        .filter(category -> category.matches("[A-Z][a-z]?"));
  }
}
