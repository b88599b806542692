package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.waf.FieldToMatch;
import io.gatemason.generator.model.waf.FieldToMatch.Invalid;
import io.gatemason.generator.model.waf.FieldToMatch.Kind;
import io.gatemason.generator.model.waf.FieldToMatch.Oversize;
import io.gatemason.generator.model.waf.FieldToMatch.Scope;
import io.gatemason.generator.model.waf.FieldToMatch.Selection;
import io.gatemason.generator.model.waf.TextMatch;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which texts of a request a statement tests. */
final class FieldReader {
  private static final String OVERSIZE = "OversizeHandling";

  private final TemplateResource resource;
  private final String rule;

  /**
   * Reads the texts of a rule.
   *
   * @param rule how messages name it
   */
  FieldReader(TemplateResource resource, String rule) {
    this.resource = resource;
    this.rule = rule;
  }

  /** The texts, empty if they cannot be told, which is reported. */
  Optional<TextMatch> text(ResourceFields statement) {
    statement.demand("FieldToMatch");
    statement.demand("TextTransformations");
    return statement
        .object("FieldToMatch")
        .flatMap(this::field)
        .map(
            field ->
                new TextMatch(
                    field,
                    transformations(statement, "TextTransformations"),
                    transformations(statement, "PreParseTextTransformations")));
  }

  /** Transformations in the order of their priorities. */
  static List<Placed<String>> transformations(ResourceFields owner, String property) {
    record Step(int priority, Placed<String> type) {}
    return owner.objects(property).stream()
        .flatMap(
            step -> {
              step.demand("Type");
              step.demand("Priority");
              int priority = step.integer("Priority").map(Placed::value).orElse(0);
              return step.string("Type").map(type -> new Step(priority, type)).stream();
            })
        .sorted(Comparator.comparing(Step::priority))
        .map(Step::type)
        .toList();
  }

  /** A part of a request, empty if it cannot be told, which is reported. */
  Optional<FieldToMatch> field(ResourceFields fields) {
    List<Kind> kinds =
        Arrays.stream(Kind.values()).filter(kind -> fields.has(kind.word())).toList();
    if (kinds.size() != 1) {
      resource.report(
          WebAclCodes.GM2959,
          fields.range(),
          "\"FieldToMatch\" of "
              + rule
              + " has to be exactly one part of a request, and is "
              + kinds.size(),
          "write one part, such as UriPath: {}");
      return Optional.empty();
    }
    return fields.object(kinds.get(0).word()).flatMap(part -> field(kinds.get(0), part));
  }

  private Optional<FieldToMatch> field(Kind kind, ResourceFields part) {
    Optional<Placed<String>> name = Optional.empty();
    Optional<Selection> selection = Optional.empty();
    switch (kind) {
      case SINGLE_HEADER, SINGLE_QUERY_ARGUMENT -> {
        part.demand("Name");
        name = part.string("Name");
        if (name.isEmpty()) {
          return Optional.empty();
        }
      }
      case HEADERS, COOKIES, JSON_BODY -> {
        part.demand("MatchPattern");
        part.demand("MatchScope");
        if (kind != Kind.JSON_BODY) {
          part.demand(OVERSIZE);
        }
        selection = part.object("MatchPattern").flatMap(this::selection);
        if (selection.isEmpty()) {
          return Optional.empty();
        }
      }
      case HEADER_ORDER -> part.demand(OVERSIZE);
      default -> {}
    }
    return Optional.of(
        new FieldToMatch(
            part.range(),
            kind,
            name.map(Placed::value).orElse(""),
            selection,
            part.choice("MatchScope", Scope.class).map(Placed::value).orElse(Scope.ALL),
            part.choice(OVERSIZE, Oversize.class).map(Placed::value).orElse(Oversize.CONTINUE),
            part.choice("InvalidFallbackBehavior", Invalid.class).map(Placed::value)));
  }

  private Optional<Selection> selection(ResourceFields pattern) {
    List<String> ways =
        Stream.of(
                "All",
                "IncludedHeaders",
                "ExcludedHeaders",
                "IncludedCookies",
                "ExcludedCookies",
                "IncludedPaths")
            .filter(way -> pattern.has(way))
            .toList();
    if (ways.size() != 1) {
      resource.report(
          WebAclCodes.GM2959,
          pattern.range(),
          "\"MatchPattern\" of " + rule + " has to be exactly one selection, and is " + ways.size(),
          "write All: {} or a list of what is included or excluded");
      return Optional.empty();
    }
    String way = ways.get(0);
    return Optional.of(
        way.equals("All")
            ? new Selection(true, List.of())
            : new Selection(
                way.startsWith("Excluded"),
                pattern.texts(way).stream()
                    .map(text -> new Placed<>(text.text(), text.range()))
                    .toList()));
  }
}
