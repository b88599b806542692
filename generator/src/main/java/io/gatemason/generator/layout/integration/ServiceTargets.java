package io.gatemason.generator.layout.integration;

import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Piece;
import java.util.ArrayList;
import java.util.List;
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
    return action
        ? action(service, prefix, rest)
        : target(service, prefix, List.of(), rest, List.of());
  }

  private static ServiceTarget action(
      AwsServiceIntegration service, List<Piece> prefix, List<Piece> rest) {
    List<List<Piece>> parts = split(rest, "[&?]", 0);
    List<ServiceTarget.Parameter> query = new ArrayList<>();
    for (List<Piece> part : parts.subList(1, parts.size())) {
      List<List<Piece>> pair = split(part, "=", 2);
      query.add(
          new ServiceTarget.Parameter(pair.get(0), pair.size() == 2 ? pair.get(1) : List.of()));
    }
    return target(service, prefix, parts.get(0), List.of(), query);
  }

  /**
   * Parts what is written, not what will be filled in.
   *
   * @param limit the most parts, 0 for any number
   */
  private static List<List<Piece>> split(List<Piece> pieces, String separator, int limit) {
    List<List<Piece>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    for (Piece piece : pieces) {
      if (!(piece instanceof MappingText.Literal literal)) {
        parts.get(parts.size() - 1).add(piece);
        continue;
      }
      String[] texts = literal.text().split(separator, limit == 0 ? -1 : limit - parts.size() + 1);
      for (int i = 0; i < texts.length; i++) {
        if (i > 0) {
          parts.add(new ArrayList<>());
        }
        if (!texts[i].isEmpty()) {
          parts.get(parts.size() - 1).add(new MappingText.Literal(texts[i]));
        }
      }
    }
    return parts;
  }

  private static ServiceTarget target(
      AwsServiceIntegration service,
      List<Piece> prefix,
      List<Piece> action,
      List<Piece> path,
      List<ServiceTarget.Parameter> query) {
    return new ServiceTarget(
        List.copyOf(prefix),
        List.copyOf(action),
        List.copyOf(path),
        query,
        HttpTargets.pathValues(service.request()),
        service.httpMethod(),
        service.timeout(),
        CallLayouts.pieces(service.credentials()));
  }
}
