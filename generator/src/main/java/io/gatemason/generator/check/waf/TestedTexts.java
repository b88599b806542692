package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.FieldToMatch;
import io.gatemason.generator.model.waf.FieldToMatch.Selection;
import io.gatemason.generator.model.waf.RateKey;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.Statement.ByteMatch;
import io.gatemason.generator.model.waf.Statement.Constraint;
import io.gatemason.generator.model.waf.TextMatch;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What statements look for, and where ({@code docs/behaviour/web-acls.md#fields}). */
final class TestedTexts implements ServiceCheck {
  private static final int LONGEST_STRING = 200;
  private static final int LONGEST_ARGUMENT = 30;
  private static final int MOST_NAMES = 199;
  private static final int MOST_TRANSFORMATIONS = 10;
  private static final long LARGEST = 21_474_836_480L;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern POINTER = Pattern.compile("([/])|([/](([^~])|(~[01]))+)");
  private static final Set<String> TRANSFORMATIONS =
      Set.of(
          "NONE",
          "LOWERCASE",
          "UPPERCASE",
          "COMPRESS_WHITE_SPACE",
          "REMOVE_WHITESPACE",
          "TRIM",
          "TRIM_LEFT",
          "TRIM_RIGHT",
          "URL_DECODE",
          "URL_DECODE_UNI",
          "HTML_ENTITY_DECODE",
          "CMD_LINE",
          "CMD_LINE_UNIX",
          "CMD_LINE_WIN",
          "BASE64_DECODE",
          "BASE64_DECODE_EXT",
          "HEX_DECODE",
          "SQL_HEX_DECODE",
          "MD5",
          "SHA256",
          "REPLACE_COMMENTS",
          "REMOVE_COMMENTS_CHAR",
          "REPLACE_NULLS",
          "REMOVE_NULLS",
          "ESCAPE_SEQ_DECODE",
          "JS_DECODE",
          "JS_DECODE_EXT",
          "CSS_DECODE",
          "NORMALIZE_PATH",
          "NORMALIZE_PATH_WIN",
          "UTF8_TO_UNICODE");
  private static final Set<String> PREPARATIONS =
      Set.of(
          "NONE",
          "URL_DECODE",
          "URL_DECODE_UNI",
          "COMBINE_DUPLICATE_QUERY_ARGS_BY_COMMA",
          "REPLACE_SEMICOLONS_WITH_AMPERSANDS");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    RuleSets.statements(service, Statement.OfText.class)
        .forEach(statement -> check(statement.text(), diagnostics));
    RuleSets.statements(service, Statement.ByteMatch.class)
        .forEach(match -> check(match, diagnostics));
    RuleSets.statements(service, Statement.SizeConstraint.class)
        .filter(size -> size.size() < 0 || size.size() > LARGEST)
        .forEach(size -> report(size.range(), "a size is from 0 to " + LARGEST, diagnostics));
    RuleSets.statements(service, Statement.RateBased.class)
        .flatMap(rate -> rate.keys().stream())
        .map(RateKey::transformations)
        .forEach(steps -> known(steps, TRANSFORMATIONS, diagnostics));
  }

  private static void check(TextMatch text, Diagnostics diagnostics) {
    known(text.transformations(), TRANSFORMATIONS, diagnostics);
    known(text.preparations(), PREPARATIONS, diagnostics);
    FieldToMatch field = text.field();
    boolean ofQuery =
        field.kind() == FieldToMatch.Kind.SINGLE_QUERY_ARGUMENT
            || field.kind() == FieldToMatch.Kind.ALL_QUERY_ARGUMENTS;
    if (!text.preparations().isEmpty() && !ofQuery) {
      report(
          text.preparations().get(0).range(),
          "only a query is taken apart after transformations",
          diagnostics);
    }
    if (field.kind() == FieldToMatch.Kind.SINGLE_QUERY_ARGUMENT
        && field.name().length() > LONGEST_ARGUMENT) {
      report(
          field.range(),
          "the name of an argument has up to " + LONGEST_ARGUMENT + " characters",
          diagnostics);
    }
    field.selection().ifPresent(selection -> check(field, selection, diagnostics));
  }

  private static void check(FieldToMatch field, Selection selection, Diagnostics diagnostics) {
    if (!selection.excluded() && selection.names().isEmpty()) {
      report(field.range(), "none of its parts is included, so that nothing matches", diagnostics);
    }
    if (selection.names().size() > MOST_NAMES) {
      report(field.range(), "there are more than " + MOST_NAMES + " names", diagnostics);
    }
    if (field.kind() == FieldToMatch.Kind.JSON_BODY) {
      selection.names().stream()
          .filter(pointer -> !POINTER.matcher(pointer.value()).matches())
          .forEach(
              pointer ->
                  report(
                      pointer.range(),
                      "\"" + pointer.value() + "\" is no JSON pointer",
                      diagnostics));
    }
  }

  private static void known(
      List<Placed<String>> steps, Set<String> names, Diagnostics diagnostics) {
    for (Placed<String> step : steps) {
      if (!names.contains(step.value())) {
        report(
            step.range(),
            "there is no transformation \""
                + step.value()
                + "\" here"
                + DidYouMean.closest(step.value(), names)
                    .map(near -> ", did you mean \"" + near + "\"?")
                    .orElse(""),
            diagnostics);
      }
    }
    if (steps.size() > MOST_TRANSFORMATIONS) {
      report(
          steps.get(MOST_TRANSFORMATIONS).range(),
          "there are more than " + MOST_TRANSFORMATIONS + " transformations",
          diagnostics);
    }
  }

  private static void check(ByteMatch match, Diagnostics diagnostics) {
    Optional<byte[]> bytes = bytes(match);
    if (bytes.isEmpty()) {
      report(match.search().range(), "the search string is no Base64", diagnostics);
      return;
    }
    int length = bytes.get().length;
    if (length < 1 || length > LONGEST_STRING) {
      report(
          match.search().range(),
          "a search string has 1 to " + LONGEST_STRING + " bytes, and not " + length,
          diagnostics);
    } else if (match.constraint() == Constraint.CONTAINS_WORD
        && !WORD.matcher(new String(bytes.get(), StandardCharsets.ISO_8859_1)).matches()) {
      report(match.search().range(), "a word has letters of ASCII, digits and _ only", diagnostics);
    }
  }

  private static Optional<byte[]> bytes(ByteMatch match) {
    String text = match.search().value();
    if (!match.base64()) {
      return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void report(Range range, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        WebAclCodes.GM2959,
        range,
        problem,
        "say one part of the request, what is made of its text, and what is looked for in it");
  }
}
