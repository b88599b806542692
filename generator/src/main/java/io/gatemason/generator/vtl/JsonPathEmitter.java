package io.gatemason.generator.vtl;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.diagnostics.MappingTemplateCodes;
import io.gatemason.generator.vtl.tree.Expression;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes constant JSON paths of {@code $input.path} and {@code $input.json} as Java: paths of names
 * and places become direct steps through the tree, others a constant that is compiled once.
 */
final class JsonPathEmitter {
  private static final String NAME = "\\.([A-Za-z_][A-Za-z0-9_-]*)";
  private static final String QUOTED = "\\[\\s*(?:'([^'\\\\,]*)'|\"([^\"\\\\,]*)\")\\s*\\]";
  private static final String PLACE = "\\[(-?[0-9]{1,9})\\]";
  private static final Pattern STEP = Pattern.compile(NAME + "|" + QUOTED + "|" + PLACE);
  private static final Pattern PLAIN = Pattern.compile("\\$(?:" + STEP.pattern() + ")*");

  private JsonPathEmitter() {}

  static Code emit(Expression.Text text, Emission emission) {
    String path = text.value();
    if (!PLAIN.matcher(path).matches()) {
      check(text, emission);
      String constant = emission.target().pathConstant(path);
      return Code.optional("$N.read(input.root())", constant);
    }
    CodeBlock code = CodeBlock.of("input.root()");
    Matcher steps = STEP.matcher(path);
    while (steps.find()) {
      code = step(code, steps);
    }
    return new Code(code, Code.Type.OPTIONAL);
  }

  /** A path that the service's library refuses fails every request, so it stops the build. */
  private static void check(Expression.Text path, Emission emission) {
    try {
      JsonPath.compile(path.value());
    } catch (InvalidPathException | IllegalArgumentException e) {
      emission
          .problems()
          .failure(
              MappingTemplateCodes.GM4010,
              path.at(),
              path.value().length(),
              "JSON path \"" + path.value() + "\" cannot be read: " + e.getMessage(),
              "write a path such as $.items[0].name");
    }
  }

  private static CodeBlock step(CodeBlock tree, Matcher step) {
    if (step.group(4) != null) {
      return CodeBlock.of(
          "$T.item($L, $L)", RuntimeNames.QUERY, tree, Integer.valueOf(step.group(4)));
    }
    String name = step.group(1);
    if (name == null) {
      name = step.group(2) == null ? step.group(3) : step.group(2);
    }
    return CodeBlock.of("$T.member($L, $L)", RuntimeNames.QUERY, tree, JavaText.literal(name));
  }
}
