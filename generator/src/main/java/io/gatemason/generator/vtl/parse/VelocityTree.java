package io.gatemason.generator.vtl.parse;

import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;
import org.apache.velocity.Template;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.directive.MacroParseException;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.Parser;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.NodeUtils;
import org.slf4j.helpers.NOPLogger;

/**
 * Velocity's parser, set up for the dialect of the managed service: white space as in Velocity 1.x,
 * hyphens in names, no macros. Its trees are read, never rendered. Not thread-safe.
 */
public final class VelocityTree {
  /** Marks the end of input inside Velocity's parser, so it cannot stand in a template. */
  private static final char END_MARK = '\u001C';

  private final RuntimeInstance runtime = new RuntimeInstance();
  private final Parser literals;

  public VelocityTree() {
    Properties settings = new Properties();
    settings.setProperty(RuntimeConstants.SPACE_GOBBLING, "bc");
    settings.setProperty(RuntimeConstants.PARSER_HYPHEN_ALLOWED, "true");
    settings.setProperty(RuntimeConstants.VM_PERM_ALLOW_INLINE, "false");
    settings.setProperty(RuntimeConstants.VM_LIBRARY, "");
    settings.setProperty(RuntimeConstants.PARSER_POOL_SIZE, "1");
    runtime.setProperties(settings);
    runtime.setProperty(RuntimeConstants.RUNTIME_LOG_INSTANCE, NOPLogger.NOP_LOGGER);
    runtime.init();
    literals = runtime.createNewParser();
  }

  /** Parses a fragment. */
  Node parse(Fragment fragment) throws TemplateSyntaxException {
    int mark = fragment.text().indexOf(END_MARK);
    if (mark >= 0) {
      throw new TemplateSyntaxException(
          fragment.origin(mark), "character U+001C cannot stand in a template", "remove it");
    }
    Template template = new Template();
    template.setName("template");
    try {
      return runtime.parse(new StringReader(fragment.text()), template);
    } catch (ParseException e) {
      throw problem(e, fragment);
    } catch (StackOverflowError e) {
      throw new TemplateSyntaxException(
          fragment.origin(0), "template is nested too deeply", "split it into simpler parts");
    }
  }

  /** The text of a token as it stands in the template, with what the parser skipped before it. */
  String literal(Token token) {
    return NodeUtils.tokenLiteral(literals, token);
  }

  private static TemplateSyntaxException problem(ParseException e, Fragment fragment) {
    if (e instanceof MacroParseException) {
      int at =
          e.currentToken == null
              ? 0
              : fragment.offset(e.currentToken.beginLine, e.currentToken.beginColumn);
      return new TemplateSyntaxException(
          fragment.origin(at),
          "arguments of a directive are not of the right form",
          "write #foreach($item in $list), #define($name)");
    }
    Token next = e.currentToken == null ? null : e.currentToken.next;
    if (next == null) {
      return breaksOff(fragment, fragment.origin(0));
    }
    int at = fragment.origin(fragment.offset(next.beginLine, next.beginColumn));
    String found = next.image.strip().replace(String.valueOf(END_MARK), "");
    return found.isEmpty() || next.kind == 0
        ? breaksOff(fragment, at)
        : new TemplateSyntaxException(
            at, "\"" + shortened(found) + "\" is not expected here", "check what stands before it");
  }

  private static TemplateSyntaxException breaksOff(Fragment fragment, int at) {
    Optional<OpenDirective> open = OpenDirective.in(fragment.text());
    if (open.isEmpty()) {
      return new TemplateSyntaxException(
          at, "template ends or breaks off too early", "close the directive with #end or )");
    }
    String sign = "\"#" + open.get().name() + "\"";
    return new TemplateSyntaxException(
        fragment.origin(open.get().at()),
        open.get().arguments()
            ? sign + " has no closing parenthesis or quote"
            : sign + " has no #end",
        open.get().arguments() ? "close it with \")\"" : "close it with #end");
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
