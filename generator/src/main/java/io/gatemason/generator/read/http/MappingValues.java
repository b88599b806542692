package io.gatemason.generator.read.http;

import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.http.MappingValue;
import io.gatemason.generator.model.http.MappingValue.ContextVariable;
import io.gatemason.generator.model.http.MappingValue.Literal;
import io.gatemason.generator.model.http.MappingValue.PathParameter;
import io.gatemason.generator.model.http.MappingValue.Piece;
import io.gatemason.generator.model.http.MappingValue.QueryParameter;
import io.gatemason.generator.model.http.MappingValue.RequestBody;
import io.gatemason.generator.model.http.MappingValue.RequestHeader;
import io.gatemason.generator.model.http.MappingValue.RequestPath;
import io.gatemason.generator.model.http.MappingValue.ResponseBody;
import io.gatemason.generator.model.http.MappingValue.ResponseHeader;
import io.gatemason.generator.model.http.MappingValue.StageVariable;
import io.gatemason.generator.model.http.MappingValue.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of parameter mappings, identity sources and service parameters
 * (docs/behaviour/http-api.md#mapping-values): {@code $request.header.name} or {@code
 * ${request.header.name}} among text.
 */
public final class MappingValues {
  /** An expression in braces, or one that ends with its word; a tab behind it belongs to it. */
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "\\$\\{([^}]*)\\}"
              + "|\\$((?:request|response)\\.body(?:\\.[^\\s$]+)?\\t?"
              + "|(?:request|response|context|stageVariables)[A-Za-z0-9._-]*\\t?)");

  private static final Map<String, Function<String, Piece>> NAMED =
      Map.of(
          "request.header.", RequestHeader::new,
          "request.querystring.", QueryParameter::new,
          "request.body.", path -> body("request.body.", path, RequestBody::new),
          "request.path.", PathParameter::new,
          "response.header.", ResponseHeader::new,
          "response.body.", path -> body("response.body.", path, ResponseBody::new),
          "context.", MappingValues::contextVariable,
          "stageVariables.", StageVariable::new);

  private static final Map<String, Piece> WHOLE =
      Map.of(
          "request.body", new RequestBody(""),
          "request.path", new RequestPath(),
          "response.body", new ResponseBody(""));

  private MappingValues() {}

  /** Reads a value; one pair of single quotes around nothing stands for empty text. */
  public static MappingValue parse(String text) {
    if (text.equals("''")) {
      return new MappingValue(text, List.of());
    }
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = EXPRESSION.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        pieces.add(new Literal(text.substring(end, matcher.start())));
      }
      end = matcher.end();
      pieces.add(piece(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
    }
    if (end < text.length()) {
      pieces.add(new Literal(text.substring(end)));
    }
    return new MappingValue(text, pieces);
  }

  /** Paths into bodies neither search nor filter. */
  private static Piece body(String prefix, String path, Function<String, Piece> piece) {
    return path.startsWith(".") || path.contains("..") || path.contains("?(")
        ? new Unknown(prefix + path)
        : piece.apply(path);
  }

  private static Piece contextVariable(String name) {
    return ContextNames.exists(name) ? new ContextVariable(name) : new Unknown("context." + name);
  }

  private static Piece piece(String expression) {
    if (expression.endsWith("\t")) {
      return new Unknown(expression);
    }
    Piece whole = WHOLE.get(expression);
    if (whole != null) {
      return whole;
    }
    for (Map.Entry<String, Function<String, Piece>> form : NAMED.entrySet()) {
      String prefix = form.getKey();
      if (expression.startsWith(prefix) && expression.length() > prefix.length()) {
        return form.getValue().apply(expression.substring(prefix.length()));
      }
    }
    return new Unknown(expression);
  }
}
