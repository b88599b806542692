package io.gatemason.generator.vtl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Collects the members of the class of one template in the order they are to stand. */
final class TemplateClass {
  private final ClassName name;
  private final String templateText;
  private final int[] lineEnds;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> patterns = new LinkedHashMap<>();
  private final Map<String, String> paths = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> memberNames = new HashSet<>();

  TemplateClass(ClassName name, String templateText) {
    this.name = name;
    this.templateText = templateText;
    this.lineEnds = IntStream.range(0, templateText.length()).filter(this::endsLine).toArray();
    memberNames.add("render");
    memberNames.add("body");
  }

  /** A method that renders a part of the template. */
  private record Part(int at, MethodSpec method) {}

  /** The line of an offset in the template, counted from 1. */
  int line(int offset) {
    return linesBefore(offset) + 1;
  }

  /** The column of an offset in the template, counted from 1. */
  int column(int offset) {
    int before = linesBefore(offset);
    return before == 0 ? offset + 1 : offset - lineEnds[before - 1];
  }

  private int linesBefore(int offset) {
    int found = Arrays.binarySearch(lineEnds, offset);
    return found < 0 ? -found - 1 : found;
  }

  private boolean endsLine(int i) {
    char c = templateText.charAt(i);
    return c == '\n'
        || (c == '\r' && (i + 1 == templateText.length() || templateText.charAt(i + 1) != '\n'));
  }

  /** A constant with text; returns its name. */
  String textConstant(String text) {
    return texts.computeIfAbsent(text, t -> "TEXT_" + (texts.size() + 1));
  }

  /** A constant with a compiled regular expression; returns its name. */
  String patternConstant(String regex) {
    return patterns.computeIfAbsent(regex, r -> "PATTERN_" + (patterns.size() + 1));
  }

  /** A constant with a JSON path that the runtime evaluates; returns its name. */
  String pathConstant(String path) {
    return paths.computeIfAbsent(path, p -> "PATH_" + (paths.size() + 1));
  }

  /** Adds a private method that renders a part; returns the call. */
  CodeBlock part(String kind, int at, List<String> loops, CodeBlock body) {
    String method = uniqueName(kind + "AtLine" + line(at), at);
    List<String> used = used(loops, body);
    add(at, method(method, used).returns(void.class).addCode(body));
    return CodeBlock.of("$L($L)", method, String.join(", ", used));
  }

  /** Adds a private method that renders into a text of its own; returns the call. */
  CodeBlock textPart(int at, List<String> loops, CodeBlock body) {
    String method = uniqueName("textAtLine" + line(at), at);
    List<String> used = used(loops, body);
    add(
        at,
        method(method, used)
            .returns(String.class)
            .addStatement("int outerLength = out.begin()")
            .addCode(body)
            .addStatement("return out.end(outerLength)"));
    return CodeBlock.of("$L($L)", method, String.join(", ", used));
  }

  /** Parts are added after those inside of them, and stand before them. */
  private void add(int at, MethodSpec.Builder method) {
    parts.add(0, new Part(at, method.build()));
  }

  /**
   * A name for the local variable of a loop's outer value, which no other part of the class uses.
   */
  String outerName(int at) {
    return uniqueName("outerAtLine" + line(at), at);
  }

  private static MethodSpec.Builder method(String name, List<String> loops) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    loops.forEach(
        loop -> method.addParameter(ParameterSpec.builder(RuntimeNames.LOOP, loop).build()));
    return method;
  }

  private static List<String> used(List<String> loops, CodeBlock body) {
    String code = body.toString();
    return loops.stream()
        .filter(loop -> Pattern.compile("\\b" + loop + "\\b").matcher(code).find())
        .toList();
  }

  private String uniqueName(String wanted, int at) {
    String unique = wanted;
    if (!memberNames.add(unique)) {
      unique = wanted + "Column" + column(at);
      while (!memberNames.add(unique)) {
        unique += "_";
      }
    }
    return unique;
  }

  /** Builds the class. */
  TypeSpec build(VariableNames variables, CodeBlock body) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    texts.forEach(
        (text, constant) ->
            type.addField(constant(ClassName.get(String.class), constant, JavaText.literal(text))));
    patterns.forEach(
        (regex, constant) -> type.addField(compiled(RuntimeNames.PATTERN, constant, regex)));
    paths.forEach((path, constant) -> type.addField(compiled(RuntimeNames.QUERY, constant, path)));
    type.addField(RuntimeNames.INPUT, "input", Modifier.PRIVATE, Modifier.FINAL);
    type.addField(
        FieldSpec.builder(RuntimeNames.OUTPUT, "out", Modifier.PRIVATE, Modifier.FINAL)
            .initializer("new $T()", RuntimeNames.OUTPUT)
            .build());
    variables.fields().forEach(field -> type.addField(Object.class, field, Modifier.PRIVATE));
    return type.addMethod(constructor())
        .addMethod(render())
        .addMethod(
            MethodSpec.methodBuilder("body").addModifiers(Modifier.PRIVATE).addCode(body).build())
        .addMethods(
            parts.stream().sorted(Comparator.comparingInt(Part::at)).map(Part::method).toList())
        .build();
  }

  private static FieldSpec compiled(ClassName type, String name, String source) {
    return constant(type, name, CodeBlock.of("$T.of($L)", type, JavaText.literal(source)));
  }

  private static FieldSpec constant(ClassName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(RuntimeNames.INPUT, "input")
        .addStatement("this.input = input")
        .build();
  }

  private MethodSpec render() {
    return MethodSpec.methodBuilder("render")
        .addJavadoc("Renders the template.\n\n")
        .addJavadoc("@throws $T if the template fails\n", RuntimeNames.EXCEPTION)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(String.class)
        .addParameter(RuntimeNames.INPUT, "input")
        .addStatement("$T template = new $T(input)", name, name)
        .addStatement("return template.out.render(template::body)")
        .build();
  }
}
