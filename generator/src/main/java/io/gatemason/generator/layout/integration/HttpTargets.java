package io.gatemason.generator.layout.integration;

import io.gatemason.generator.model.Endpoint;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.ParameterMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the URI of an HTTP backend into what is fixed and what each request fills in. */
final class HttpTargets {
  private static final Pattern BASE = Pattern.compile("(https?://[^/?#]+)(.*)", Pattern.DOTALL);

  private HttpTargets() {}

  static HttpTarget of(Endpoint endpoint, IntegrationRequest request) {
    List<MappingText.Piece> pieces = endpoint.uri().pieces();
    List<MappingText.Piece> rest = new ArrayList<>(pieces);
    Optional<String> base = Optional.empty();
    if (!pieces.isEmpty() && pieces.get(0) instanceof MappingText.Literal first) {
      Matcher matcher = BASE.matcher(first.text());
      boolean whole = matcher.matches() && (pieces.size() == 1 || !matcher.group(2).isEmpty());
      if (whole) {
        base = Optional.of(matcher.group(1));
        rest.remove(0);
        if (!matcher.group(2).isEmpty()) {
          rest.add(0, new MappingText.Literal(matcher.group(2)));
        }
      }
    }
    return new HttpTarget(
        base,
        List.copyOf(rest),
        pathValues(request),
        endpoint.httpMethod(),
        endpoint.timeout(),
        endpoint.vpcLink().map(link -> link.connectionId().pieces()),
        endpoint.insecureSkipVerification());
  }

  /** The mapping source of each URI variable that has one. */
  static Map<String, ParameterMapping.Source> pathValues(IntegrationRequest request) {
    Map<String, ParameterMapping.Source> values = new LinkedHashMap<>();
    for (ParameterMapping mapping : request.parameters()) {
      if (mapping.target() == ParameterMapping.Target.REQUEST_PATH) {
        values.put(mapping.name(), mapping.source());
      }
    }
    return values;
  }

  /** The mappings that do not fill the URI. */
  static List<ParameterMapping> otherMappings(IntegrationRequest request) {
    return request.parameters().stream()
        .filter(mapping -> mapping.target() != ParameterMapping.Target.REQUEST_PATH)
        .toList();
  }
}
