package io.gatemason.generator.read.websocket;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.model.SelectionExpression.Body;
import io.gatemason.generator.model.SelectionExpression.Literal;
import io.gatemason.generator.model.SelectionExpression.Part;
import io.gatemason.generator.model.SelectionExpression.ResponseHeader;
import io.gatemason.generator.model.SelectionExpression.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads selection expressions (docs/behaviour/websocket.md#selection): text with variables, which
 * braces may delimit; a backslash takes the meaning from what follows it.
 */
final class SelectionExpressions {
  private static final String BODY = "request.body";
  private static final String RESPONSE = "integration.response.";
  private static final String DEFAULT = "$default";
  private static final String ENDS = " /${},:;|";

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;
  private boolean wrong;

  private SelectionExpressions(String text) {
    this.text = text;
  }

  /** The expression; empty where a variable is none of those that there are. */
  static Optional<SelectionExpression> parse(String written) {
    SelectionExpressions reading = new SelectionExpressions(written.strip());
    while (reading.at < reading.text.length() && !reading.wrong) {
      reading.next();
    }
    reading.endLiteral();
    return reading.wrong
        ? Optional.empty()
        : Optional.of(new SelectionExpression(written, reading.parts));
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\\' && at + 1 < text.length()) {
      literal.append(text.charAt(at + 1));
      at += 2;
    } else if (text.startsWith(DEFAULT, at)) {
      literal.append(DEFAULT);
      at += DEFAULT.length();
    } else if (c == '$') {
      variable();
    } else {
      literal.append(c);
      at++;
    }
  }

  private void variable() {
    boolean braces = text.startsWith("${", at);
    int start = at + (braces ? 2 : 1);
    int end = braces ? text.indexOf('}', start) : bareEnd(start);
    if (end < 0) {
      wrong = true;
      return;
    }
    Optional<Part> part = part(text.substring(start, end));
    wrong = part.isEmpty();
    endLiteral();
    part.ifPresent(parts::add);
    at = end + (braces ? 1 : 0);
  }

  private int bareEnd(int start) {
    int end = start;
    while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static Optional<Part> part(String name) {
    if (name.equals(BODY)) {
      return Optional.of(new Body(""));
    }
    if (name.startsWith(BODY + ".") || name.startsWith(BODY + "[")) {
      String path = name.substring(BODY.length());
      return isJsonPath("$" + path)
          ? Optional.of(new Body(path.startsWith(".") ? path.substring(1) : path))
          : Optional.empty();
    }
    String full = name.startsWith("response.") ? "integration." + name : name;
    if (!full.startsWith(RESPONSE)) {
      return Optional.empty();
    }
    String rest = full.substring(RESPONSE.length());
    if (rest.equals("statuscode")) {
      return Optional.of(new Status());
    }
    if (rest.startsWith("header.")) {
      return Optional.of(new ResponseHeader(rest.substring("header.".length()), false));
    }
    return rest.startsWith("multivalueheader.")
        ? Optional.of(new ResponseHeader(rest.substring("multivalueheader.".length()), true))
        : Optional.empty();
  }

  /** Whether the runtime can evaluate a path. */
  static boolean isJsonPath(String path) {
    try {
      JsonPath.compile(path);
      return true;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
