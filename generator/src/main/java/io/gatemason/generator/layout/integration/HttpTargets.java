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
import java.util.stream.Collectors;

/** Splits the URI of an HTTP backend into what is fixed and what each request fills in. */
public final class HttpTargets {
  private static final Pattern BASE = Pattern.compile("(https?://[^/?#]+)(.*)", Pattern.DOTALL);

  private static final String SCHEME_END = "://";
  private static final Pattern HOST_END = Pattern.compile("[/?#]");

  private HttpTargets() {}

  static HttpTarget of(Endpoint endpoint, IntegrationRequest request) {
    return of(endpoint, pathValues(request));
  }

  /**
   * The target of an endpoint.
   *
   * @param pathValues the source of each placeholder that has one
   */
  public static HttpTarget of(Endpoint endpoint, Map<String, ParameterMapping.Source> pathValues) {
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
    List<MappingText.Piece> start =
        base.isPresent() || !fixesHost(fixed(pieces), rest) ? List.of() : fixed(pieces);
    return new HttpTarget(
        base,
        start,
        List.copyOf(rest.subList(start.size(), rest.size())),
        pathValues,
        endpoint.httpMethod(),
        endpoint.timeout(),
        endpoint.vpcLink().map(link -> link.connectionId().pieces()),
        endpoint.vpcLink().flatMap(Endpoint.VpcLink::target),
        endpoint.insecureSkipVerification());
  }

  /** The pieces before the first one that a request fills in. */
  private static List<MappingText.Piece> fixed(List<MappingText.Piece> pieces) {
    return pieces.stream().takeWhile(piece -> !(piece instanceof MappingText.Placeholder)).toList();
  }

  /** Whether the host ends in what is fixed, whatever the stage variables in it are. */
  private static boolean fixesHost(List<MappingText.Piece> fixed, List<MappingText.Piece> all) {
    String written =
        fixed.stream()
            .map(piece -> piece instanceof MappingText.Literal literal ? literal.text() : "_")
            .collect(Collectors.joining());
    String afterScheme =
        written.substring(
            written.indexOf(SCHEME_END) < 0
                ? 0
                : written.indexOf(SCHEME_END) + SCHEME_END.length());
    return fixed.size() == all.size() || HOST_END.matcher(afterScheme).find();
  }

  /** The mapping source of each URI variable that has one. */
  static Map<String, ParameterMapping.Source> pathValues(IntegrationRequest request) {
    Map<String, ParameterMapping.Source> values = new LinkedHashMap<>();
    for (ParameterMapping mapping : Mappings.withValue(request.parameters())) {
      if (mapping.target() == ParameterMapping.Target.REQUEST_PATH) {
        values.put(mapping.name(), mapping.source());
      }
    }
    return values;
  }

  /** The mappings that do not fill the URI. */
  static List<ParameterMapping> otherMappings(IntegrationRequest request) {
    return Mappings.withValue(request.parameters()).stream()
        .filter(mapping -> mapping.target() != ParameterMapping.Target.REQUEST_PATH)
        .toList();
  }
}
