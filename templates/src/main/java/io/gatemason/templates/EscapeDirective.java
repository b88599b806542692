package io.gatemason.templates;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.directive.Directive;
import org.apache.velocity.runtime.parser.node.Node;

/** A directive {@code #name($value)} that writes the value escaped for one format. */
abstract class EscapeDirective extends Directive {
  private static final List<Class<? extends EscapeDirective>> ALL =
      List.of(
          EscapeXml.class,
          EscapeYaml.class,
          EscapeDockerfile.class,
          EscapeJson.class,
          EscapeMarkdown.class,
          EscapePlain.class);

  static List<String> classNames() {
    return ALL.stream().map(Class::getName).toList();
  }

  /**
   * The value as it has to be written.
   *
   * @throws VelocityException when it cannot be written in this format
   */
  abstract String escape(String value);

  @Override
  public final int getType() {
    return LINE;
  }

  @Override
  public final boolean render(InternalContextAdapter context, Writer writer, Node node)
      throws IOException {
    if (node.jjtGetNumChildren() != 1) {
      throw new VelocityException("#" + getName() + " takes one value");
    }
    Object value = node.jjtGetChild(0).value(context);
    if (value == null) {
      throw new VelocityException(
          "#" + getName() + " has no value: " + node.jjtGetChild(0).literal());
    }
    writer.write(escape(value.toString()));
    return true;
  }

  static void refuseControlCharacters(String value, String format) {
    if (value.chars().anyMatch(Character::isISOControl)
        || value.indexOf('\u2028') >= 0
        || value.indexOf('\u2029') >= 0) {
      throw new VelocityException("a value with a control character cannot stand in " + format);
    }
  }
}
