package io.gatemason.generator.layout;

import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the ARN of an AWS service integration: {@code prefix:path/…} or {@code prefix:action/…}.
 */
final class ServiceTargets {
  private static final Pattern KIND = Pattern.compile(":(path|action)/");

  private ServiceTargets() {}

  static ServiceTarget of(AwsServiceIntegration service) {
    List<Piece> prefix = new ArrayList<>();
    List<Piece> rest = new ArrayList<>();
    boolean action = false;
    boolean found = false;
    for (Piece piece : service.uri().pieces()) {
      Matcher kind =
          KIND.matcher(piece instanceof MappingText.Literal literal ? literal.text() : "");
      if (!found && kind.find()) {
        String text = ((MappingText.Literal) piece).text();
        prefix.add(new MappingText.Literal(text.substring(0, kind.start())));
        action = kind.group(1).equals("action");
        rest.add(new MappingText.Literal((action ? "" : "/") + text.substring(kind.end())));
        found = true;
      } else {
        (found ? rest : prefix).add(piece);
      }
    }
    return action ? action(service, prefix, rest) : path(service, prefix, rest);
  }

  private static ServiceTarget path(
      AwsServiceIntegration service, List<Piece> prefix, List<Piece> rest) {
    return target(service, prefix, Optional.empty(), rest, Map.of());
  }

  private static ServiceTarget action(
      AwsServiceIntegration service, List<Piece> prefix, List<Piece> rest) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : rest) {
      text.append(piece instanceof MappingText.Literal literal ? literal.text() : "");
    }
    String[] parts = text.toString().split("[&?]", -1);
    Map<String, String> query = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      query.put(pair[0], pair.length == 2 ? pair[1] : "");
    }
    return target(service, prefix, Optional.of(parts[0]), List.of(), query);
  }

  private static ServiceTarget target(
      AwsServiceIntegration service,
      List<Piece> prefix,
      Optional<String> action,
      List<Piece> path,
      Map<String, String> query) {
    return new ServiceTarget(
        List.copyOf(prefix),
        action,
        List.copyOf(path),
        query,
        HttpTargets.pathValues(service.request()),
        service.httpMethod(),
        service.timeout(),
        service.credentials());
  }
}
