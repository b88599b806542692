package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.Literal;
import io.gatemason.generator.model.ParameterMapping.Target;
import io.gatemason.generator.model.rest.ApiOfMethods;
import java.util.List;
import java.util.stream.Stream;

/** A header's value has no control characters (RFC 9110 §5.5). */
public final class HeaderLiterals implements Check<ApiOfMethods> {

  @Override
  public void check(ApiOfMethods api, Diagnostics diagnostics) {
    Stream<List<ParameterMapping>> ofMethods =
        api.methods().stream()
            .flatMap(
                method ->
                    Stream.concat(
                        Stream.of(method.integration().request().parameters()),
                        method.integration().responses().stream().map(r -> r.parameters())));
    Stream.concat(
            ofMethods, api.gatewayResponses().values().stream().map(each -> each.parameters()))
        .flatMap(List::stream)
        .filter(HeaderLiterals::cannotBeSent)
        .forEach(
            mapping ->
                diagnostics.report(
                    ApiCodes.GM3122,
                    mapping.range(),
                    "the value of header \""
                        + mapping.name()
                        + "\" has a control character: every such answer is a 500",
                    "remove line breaks and other control characters from the literal"));
  }

  private static boolean cannotBeSent(ParameterMapping mapping) {
    boolean header =
        mapping.target() == Target.REQUEST_HEADER || mapping.target() == Target.RESPONSE_HEADER;
    return header
        && mapping.source() instanceof Literal literal
        && literal.text().chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
  }
}
