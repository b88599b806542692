package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.waf.ForwardedIp;
import io.gatemason.generator.model.waf.ForwardedIp.Position;
import io.gatemason.generator.model.waf.RateKey;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.Statement.Aggregation;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads rate-based statements. */
final class RateReader {
  private static final int USUAL_SECONDS = 300;

  private final StatementReader statements;
  private final TemplateResource resource;
  private final String rule;

  RateReader(StatementReader statements, TemplateResource resource, String rule) {
    this.statements = statements;
    this.resource = resource;
    this.rule = rule;
  }

  Optional<Statement> rate(ResourceFields body) {
    body.demand("Limit");
    body.demand("AggregateKeyType");
    Optional<Placed<Integer>> limit = body.integer("Limit");
    Optional<Placed<Aggregation>> by = body.choice("AggregateKeyType", Aggregation.class);
    Optional<Statement> scope = body.object("ScopeDownStatement").flatMap(statements::statement);
    if (limit.isEmpty() || by.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Statement.RateBased(
            body.range(),
            limit.get(),
            body.integer("EvaluationWindowSec")
                .orElseGet(() -> new Placed<>(USUAL_SECONDS, body.range())),
            by.get().value(),
            keys(body),
            body.object("ForwardedIPConfig").flatMap(config -> forwarded(config, false)),
            scope));
  }

  private List<RateKey> keys(ResourceFields body) {
    return body.objects("CustomKeys").stream().flatMap(key -> key(key).stream()).toList();
  }

  private Optional<RateKey> key(ResourceFields key) {
    List<RateKey.Kind> kinds =
        Arrays.stream(RateKey.Kind.values()).filter(kind -> key.has(kind.word())).toList();
    if (kinds.size() != 1) {
      resource.report(
          WebAclCodes.GM2958,
          key.range(),
          "a custom key of " + rule + " has to be exactly one, and is " + kinds.size(),
          "write one key, such as HTTPMethod: {}, for each part of the list");
      return Optional.empty();
    }
    return key.object(kinds.get(0).word()).map(of -> key(kinds.get(0), of));
  }

  private static RateKey key(RateKey.Kind kind, ResourceFields fields) {
    String property = kind == RateKey.Kind.LABEL_NAMESPACE ? "Namespace" : "Name";
    boolean named =
        switch (kind) {
          case HEADER, COOKIE, QUERY_ARGUMENT, LABEL_NAMESPACE -> true;
          default -> false;
        };
    if (named) {
      fields.demand(property);
    }
    return new RateKey(
        fields.range(),
        kind,
        named ? fields.string(property).map(Placed::value).orElse("") : "",
        FieldReader.transformations(fields, "TextTransformations"));
  }

  /** What becomes of a header that cannot be read. */
  private enum Fallback {
    MATCH,
    NO_MATCH
  }

  /** A header with addresses; empty if it cannot be read, which is reported. */
  static Optional<ForwardedIp> forwarded(ResourceFields config, boolean anyPosition) {
    config.demand("HeaderName");
    config.demand("FallbackBehavior");
    if (anyPosition) {
      config.demand("Position");
    }
    Position position =
        anyPosition
            ? config.choice("Position", Position.class).map(Placed::value).orElse(Position.FIRST)
            : Position.FIRST;
    boolean match =
        config
            .choice("FallbackBehavior", Fallback.class)
            .map(fallback -> fallback.value() == Fallback.MATCH)
            .orElse(false);
    return config.string("HeaderName").map(name -> new ForwardedIp(name.value(), match, position));
  }
}
