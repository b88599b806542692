package io.gatemason.runtime.template;

import io.gatemason.runtime.exchange.ContextVariable;
import java.util.List;
import java.util.Random;

/** Makes templates from the grammar of the dialect; the same seed gives the same template. */
final class TemplateFuzzer {
  private static final List<String> VARIABLES = List.of("a", "b", "list", "map", "i", "n", "s");
  private static final List<String> SPACES =
      List.of("", " ", "\n", "  ", "\n  ", " \n", "\t", "\r\n", "\n\n", " \n ");
  private static final List<String> TEXTS =
      List.of(
          "x",
          "{\"k\": \"",
          "\"}",
          "a, b",
          "<p>",
          "\\",
          "\\\\",
          "50%",
          "é",
          "(",
          ")",
          "[",
          "]",
          "{",
          "a.b",
          "!",
          "-",
          "''",
          ":",
          "\\ ",
          "; ");

  /** Values of the gateway's own objects. */
  private static final List<String> GATEWAY =
      List.of(
          "$input.body",
          "$input.path('$')",
          "$input.path('$.o.k')",
          "$input.path(\"$.items\")",
          "$input.path('$.items[1].id')",
          "$input.path('$.items[0]').tags",
          "$input.path('$..id')",
          "$input.path('$.none').size()",
          "$input.json('$.items')",
          "$input.json('$.t')",
          "$input.json(\"$.none\")",
          "$input.params('q')",
          "$input.params().querystring",
          "$input.params().get('header').get('h')",
          "$util.escapeJavaScript($input.json('$'))",
          "$util.escapeJavaScript($s)",
          "$util.urlEncode(\"$list\")",
          "$util.urlDecode('a+b')",
          "$util.base64Encode($map)",
          "$util.parseJson('{\"k\": [1, \"x\"]}').k",
          "$context.stage",
          "$context.none",
          "$stageVariables.v",
          "${stageVariables['v']}");

  /** What changes a value. */
  private static final List<String> CHANGES =
      List.of(
          "$list.add($n)",
          "$list.add('new')",
          "$list.set(0, $s)",
          "$list.remove(0)",
          "$list.addAll([1, 2])",
          "$map.put('k', $n)",
          "$map.put('new', $undefined)",
          "$map.remove('n')",
          "$map.putAll({'z': 1})");

  /** What is assigned besides variables. */
  private static final List<String> MEMBERS =
      List.of("$map.k", "$map.new", "$map['k']", "$map[\"$s\"]", "$list[0]", "$map.l[1]");

  private final Random random;

  TemplateFuzzer(long seed) {
    this.random = new Random(seed);
  }

  /** What the templates read. */
  static TemplateInput input() {
    FakeSource source =
        FakeSource.withBody(
            "{\"o\":{\"k\":\"it's\"},\"t\":\"a\\n\\\"b\\\"\",\"items\":[{\"id\":1,\"tags\":[\"x\"]},{\"id\":2.5}]}");
    source.query.put("q", "1 & 2");
    source.header.put("h", "v");
    source.stageVariables.put("v", "stage variable");
    source.context.put(ContextVariable.STAGE, "dev");
    return source.input();
  }

  /** A template that begins by setting the variables it uses. */
  String template() {
    StringBuilder out = new StringBuilder();
    out.append("#set($list = [1, 'two', 3.5])#set($map = {\"k\": \"v\", \"n\": 7, \"l\": [1, 2]})");
    out.append("#set($n = ").append(random.nextInt(20) - 5).append(")#set($s = \"Some text\")");
    block(out, 2);
    return out.toString();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void block(StringBuilder out, int depth) {
    int parts = 1 + random.nextInt(4);
    for (int p = 0; p < parts; p++) {
      part(out, depth);
    }
  }

  private void part(StringBuilder out, int depth) {
    int kind = random.nextInt(depth > 0 ? 16 : 9);
    switch (kind) {
      case 0, 1 -> out.append(one(TEXTS)).append(one(SPACES));
      case 2 -> out.append(one(SPACES));
      case 3, 4, 5 -> out.append(printed());
      case 6, 7 ->
          out.append("#set(")
              .append(one(SPACES))
              .append(target())
              .append(one(List.of(" = ", "=", " =\n")))
              .append(expression(2))
              .append(")")
              .append(one(SPACES));
      case 8 -> out.append(one(List.of("## note\n", "#* note *#", "#*a*#", "##\n", "#[[ $x ]]#")));
      case 9, 10, 11 -> condition(out, depth);
      case 12, 13, 14 -> loop(out, depth);
      default -> define(out, depth);
    }
  }

  private String target() {
    return random.nextInt(5) == 0 ? one(MEMBERS) : "$" + one(VARIABLES);
  }

  private String printed() {
    String reference = reference(1);
    return switch (random.nextInt(11)) {
      case 0 -> "\\" + reference;
      case 1 -> "\\\\" + reference;
      case 2, 3 -> one(GATEWAY);
      case 4 -> one(CHANGES);
      default -> reference + one(List.of("", "", " ", ".", ",", "\n", "}", "x y"));
    };
  }

  private String reference(int depth) {
    String name = random.nextInt(12) == 0 ? "undefined" : one(VARIABLES);
    String path = name + steps(depth);
    return switch (random.nextInt(5)) {
      case 0 -> "${" + path + "}";
      case 1 -> "$!" + path;
      case 2 -> "$!{" + path + "}";
      default -> "$" + path;
    };
  }

  private String steps(int depth) {
    return switch (random.nextInt(10)) {
      case 0 -> ".k";
      case 1 -> "[" + one(List.of("0", "1", "-1", "'k'", "\"k\"", "$n", "\"$s\"")) + "]";
      case 2 -> one(List.of(".size()", ".length()", ".isEmpty()", ".toString()", ".empty"));
      case 3 -> ".get(" + argument(depth) + ")";
      case 4 ->
          one(
              List.of(
                  ".substring(2)",
                  ".substring(1, 3)",
                  ".indexOf('e')",
                  ".toUpperCase()",
                  ".replace('e', 'E')",
                  ".contains('t')",
                  ".startsWith(\"S\")",
                  ".trim()",
                  ".replaceAll('[a-m]', '-')",
                  ".matches('S.*')",
                  ".split(' ').size()",
                  ".equals($n)",
                  ".concat('x')",
                  ".l",
                  ".l[0]",
                  ".l.size()",
                  ".keySet()",
                  ".containsKey('k')",
                  ".values()",
                  ".k.length()",
                  ".replaceAll('(o)', '<$1>')"));
      default -> "";
    };
  }

  private String argument(int depth) {
    return depth > 0 && random.nextInt(3) == 0
        ? "$" + one(VARIABLES)
        : one(List.of("0", "1", "'k'", "\"n\"", "\"l\"", "true", "null", "1.5"));
  }

  private String expression(int depth) {
    return switch (random.nextInt(depth > 0 ? 15 : 7)) {
      case 0 -> String.valueOf(random.nextInt(12) - 3);
      case 1 -> one(List.of("1.5", ".5", "true", "false", "2147483647", "1e2"));
      case 2 ->
          one(List.of("'text'", "'it''s'", "\"a\"\"b\"", "''", "\"\"", "'\\n'", "\"\\u0041\""));
      case 3, 4, 5 -> reference(1);
      case 6 -> one(GATEWAY);
      case 14 -> "\"" + quoted() + "\"";
      case 7 -> "[" + expressionAtom() + ", " + expressionAtom() + "]";
      case 8 -> "{\"k\": " + expressionAtom() + "}";
      case 9 -> "[" + random.nextInt(4) + ".." + random.nextInt(6) + "]";
      case 10 -> "(" + expression(depth - 1) + ")";
      case 11 -> one(List.of("!", "not ")) + expression(depth - 1);
      default ->
          expression(depth - 1)
              + one(
                  List.of(
                      " + ", " - ", " * ", " / ", " % ", " == ", " != ", " < ", " > ", " <= ",
                      " >= ", " && ", " || ", " and ", " or ", " eq ", " ne ", " lt ", "+", "=="))
              + expression(depth - 1);
    };
  }

  private String expressionAtom() {
    return one(List.of("1", "'a'", "$n", "$s", "$undefined", "true", "[2]", "{}", "\"$n-$s\""));
  }

  private String quoted() {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(3);
    for (int p = 0; p < parts; p++) {
      text.append(
          switch (random.nextInt(7)) {
            case 0 -> "#if($n == 5)five#end";
            case 1 -> " plain ";
            case 2 -> "#set($b = 1)";
            case 3 -> "\\$n";
            case 4 -> "#foreach($j in [1..2])$j#end";
            default -> "${" + one(VARIABLES) + "}";
          });
    }
    return text.toString();
  }

  private void condition(StringBuilder out, int depth) {
    out.append(one(List.of("#if(", "#if (", "#{if}("))).append(expression(2)).append(')');
    out.append(one(SPACES));
    block(out, depth - 1);
    if (random.nextInt(3) == 0) {
      out.append(one(SPACES)).append("#elseif( ").append(expression(1)).append(" )");
      out.append(one(SPACES));
      block(out, depth - 1);
    }
    if (random.nextInt(2) == 0) {
      out.append(one(List.of("#{else}", "#else ", "#else\n", " #else \n", "\n#else\n")));
      block(out, depth - 1);
    }
    out.append(one(List.of("#end", "#end\n", "#{end}", " #end ", "\n#end\n", "#end ")));
  }

  private void loop(StringBuilder out, int depth) {
    out.append("#foreach($").append(one(List.of("i", "a", "item"))).append(" in ");
    out.append(
            one(
                List.of(
                    "$list",
                    "$map",
                    "[1..3]",
                    "[3..1]",
                    "$map.keySet()",
                    "$undefined",
                    "['x', $n]",
                    "$map.l",
                    "$s",
                    "$input.path('$.items')",
                    "$input.params().querystring.keySet()",
                    "$map.entrySet()",
                    "[]")))
        .append(')');
    out.append(one(SPACES));
    block(out, depth - 1);
    out.append(
        one(
            List.of(
                "",
                "$foreach.count",
                "#if($foreach.hasNext),#end",
                "$velocityCount",
                "$i",
                "$foreach.index $foreach.first,$foreach.last",
                "#if($i == 2)#break#end",
                "#if($i == 'two') #break #end z")));
    out.append(one(List.of("#end", "#end\n", "#{end}", " #end", "\n#end\n")));
  }

  private void define(StringBuilder out, int depth) {
    if (random.nextInt(8) == 0) {
      out.append("#stop");
    } else if (random.nextInt(3) == 0) {
      out.append("#name($n)").append(one(SPACES)).append("#macro(m $q)\nx#end\n");
    } else {
      out.append("#define($d)");
      out.append(one(TEXTS)).append(one(SPACES)).append(reference(0));
      out.append("#end").append(one(SPACES)).append("[$d]");
    }
  }
}
