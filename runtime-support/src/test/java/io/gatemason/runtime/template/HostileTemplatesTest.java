package io.gatemason.runtime.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.vtl.VtlCompiler;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates and bodies that try to break out of the language or use up the process. */
class HostileTemplatesTest {
  private static final Duration BOUND = Duration.ofSeconds(60);

  @Test
  void refusesClassesAndReflection() {
    List<String> templates =
        List.of(
            "#set($s = 'a')$s.class",
            "#set($s = 'a')$s.class.name",
            "#set($s = 'a')$s.getClass()",
            "#set($s = 'a')$s.getClass().forName('java.lang.Runtime')",
            "$input.params().getClass()",
            "#set($s = 'a')$s.wait()",
            "#set($s = 'a')$s.chars()",
            "#parse('/etc/passwd')",
            "#include('/etc/passwd')");
    CompiledTemplates compiled =
        CompiledTemplates.of(new VtlCompiler(false, ContextNames.inTemplates()), templates);
    for (int i = 0; i < templates.size(); i++) {
      assertFalse(compiled.compiled(i), templates.get(i));
      assertFalse(compiled.diagnostics(i).isEmpty(), templates.get(i));
    }
  }

  @Test
  void printsWhatLooksLikeJavaAsText() {
    List<String> texts =
        List.of(
            "\"; System.exit(1); //",
            "\\u0022; System.exit(1); //",
            "\\\\u0022 \\u002a/ */ /* \u2028 \u0000 \u0007",
            "%s %n $$ {@code }",
            "\"\"\" ''' \\ ",
            "\uD83D\uDE00 \uFFFE \uD800 \u2029\u0085");
    List<String> templates = texts.stream().map(t -> t + "$input.body").toList();
    CompiledTemplates compiled =
        CompiledTemplates.of(new VtlCompiler(false, ContextNames.inTemplates()), templates);
    for (int i = 0; i < templates.size(); i++) {
      String actual = compiled.render(i, FakeSource.withBody("B").input());
      assertEquals(texts.get(i) + "B", actual);
    }
  }

  @Test
  void keepsTextInsideOfItsLiteral() {
    String text = "\\u0022); System.exit(1); } // %s $L {@code } */ \\";
    List<String> templates =
        List.of(
            "#set($x = '" + text + "')$x",
            "#set($m = {'" + text + "': 1})#foreach($k in $m.keySet())$k#end",
            "#set($m = {})#set($m['" + text + "'] = '" + text + "')$m.size()",
            "$input.body.replaceAll('\\u0022\\); \" // %s $L [*/]', 'x')",
            "$input.json('$[\"\\u0022); // %s $L\"]')",
            "$input.params('" + text + "')$stageVariables['" + text + "']",
            "#set($context.responseOverride.header['" + text + "'] = 1)",
            "#define($d)" + text + " #end$d");
    CompiledTemplates compiled =
        CompiledTemplates.of(new VtlCompiler(false, ContextNames.inTemplates()), templates);
    for (int i = 0; i < templates.size(); i++) {
      assertTrue(compiled.compiled(i), compiled.diagnostics(i).toString());
      compiled.render(i, FakeSource.withBody("{}").input());
    }
    assertEquals(text, compiled.render(0, FakeSource.withBody("{}").input()));
    assertEquals(text, compiled.render(1, FakeSource.withBody("{}").input()));
  }

  @Test
  void keepsTheTextOfAFailureInsideOfItsLiteral() {
    String template = "#if($a) %s $L \\u0022); System.exit(1); // */";
    CompiledTemplates compiled =
        CompiledTemplates.of(new VtlCompiler(true, ContextNames.inTemplates()), List.of(template));
    assertThrows(
        TemplateException.class, () -> compiled.render(0, FakeSource.withBody("{}").input()));
  }

  @Test
  void keepsNamesFromBecomingCode() {
    String names =
        "#set($class = 1)#set($out = 2)#set($input-x = 3)#set($a-b = 4)#set($aB = 5)"
            + "#set($this = 6)#set($foreachx = 7)#set($render = 8)#set($Object = 9)#set($_ = 0)"
            + "$class$out${input-x}${a-b}$aB$this$foreachx$render$Object$_";
    assertEquals("1234567890", render(names, "{}"));
  }

  @Test
  void boundsLoopsRangesAndText() {
    fails("#foreach($i in [1..1001])#end");
    fails("#set($r = [1..2000000000])$r.size()");
    fails("#set($s = 'x')#foreach($i in [1..100])#set($s = \"$s$s\")#end$s");
    fails("#set($s = 'x')#foreach($i in [1..100])#set($s = $s + $s)#end$s");
    fails("#set($s = 'x')#foreach($i in [1..100])#set($s = $s.concat($s))#end$s");
    fails("#set($s = 'xx')#foreach($i in [1..100])#set($s = $s.replace('x', $s))#end$s");
    fails("#set($l = [1])#foreach($i in [1..100])#set($l = [$l, $l])#end$l");
    fails("#set($l = [1])#set($x = $l.add($l))#set($m = [$l])#set($x = $l.add($m))$l");
    fails("#foreach($i in [1..1000])#foreach($j in [1..1000])$input.body#end#end");
  }

  @Test
  void boundsWhatListsAndMapsKeep() {
    String large = "#set($s = 'x')#foreach($i in [1..23])#set($s = \"$s$s\")#end";
    String rounds = "#foreach($i in [1..1000])";
    fails(large + "#set($l = [])" + rounds + "#set($ok = $l.add($s.toUpperCase()))#end");
    fails(large + "#set($l = [])" + rounds + "#set($l = [$l, \"$s$i\"])#end");
    fails(large + "#set($m = {})" + rounds + "#set($m[\"k$i\"] = $s.concat('y'))#end");
    fails(large + "#set($m = {})" + rounds + "#set($m = {'m': $m, \"$s$i\": 1})#end");
    fails("#set($l = [])" + rounds + "#set($ok = $l.add([1..100000]))#end");
    fails(
        large
            + "#set($l = [])"
            + rounds
            + "#set($ok = $l.add($s.substring(0, 500000).replace('x', 'ab').split('a')))#end");
    assertEquals(
        "1000", render("#set($l = [])" + rounds + "#set($ok = $l.add($i))#end$l.size()", "{}"));
  }

  @Test
  void boundsComparisonsOfSharedValues() {
    String doubled = "#foreach($i in [1..60])#set($a = [$a, $a])#set($b = [$b, $b])#end";
    fails("#set($a = [1])#set($b = [1])" + doubled + "#if($a == $b)x#end");
  }

  @Test
  void boundsRegularExpressions() {
    String body = "a".repeat(40) + "!";
    assertTimeoutPreemptively(
        BOUND,
        () -> {
          tryToRender("$input.body.matches('(a+)+b')", body);
          tryToRender("$input.body.matches('(?:a|aa)+$')", body);
          tryToRender("$input.body.replaceAll('((a|aa)+)+(?=b)', 'x')", body);
          tryToRender("$input.body.split('(.*a){25}(?!x)b').size()", body);
        });
  }

  @Test
  void boundsRegularExpressionsThatNeedNoText() {
    String choices = "(?:|[)]|\\Q)\\E)".repeat(40) + "c";
    fails("#set($none = '')$none.matches('" + choices + "')");
    fails("#set($none = '')$none.matches('(?x)" + "(?:#)\n|)".repeat(40) + "c')");
    fails("#set($none = '')$none.matches($input.body)", "((a?)?|)".repeat(40) + "c");
    String words = "x" + "|word".repeat(60);
    assertEquals("true", render("$input.body.matches('(" + words + ")+[0-9]{2}')", "wordx17"));
  }

  @Test
  void boundsPathsThatAreKnownAtRunTimeOnly() {
    String nested = "[".repeat(300) + "]".repeat(300);
    String path = "$input.path(\"$" + "..*".repeat(6) + "$none\")";
    fails(path, nested);
    fails("$input.path(\"$[?(@.a =~ /(a+)+b/)]$none\")", "{\"a\": \"" + "a".repeat(40) + "\"}");
    assertEquals("[1]", render("$input.path(\"$..a$none\")", "{\"b\": {\"a\": 1}}"));
  }

  @Test
  void boundsKeysThatShareTheirParts() {
    String doubled = "#set($a = [1])#foreach($i in [1..60])#set($a = [$a, $a])#end#set($m = {})";
    for (String use : List.of("$m.put($a, 1)", "$m.get($a)", "$m[$a]", "[$a].contains($a)")) {
      fails(doubled + (use.startsWith("[") ? "#set($l = [[$a]])$l.contains([$a])" : use));
    }
    fails("#set($l = [])#set($m = {})#set($x = $l.add($l))$m.put($l, 1)");
  }

  @Test
  void boundsNumbers() {
    String body = "{\"n\": 1e999999999, \"long\": 1.0000000000000000000e999999999}";
    for (String name : List.of("n", "long")) {
      assertEquals("Infinity", render("#set($x = $input.path('$." + name + "') + 1)$x", body));
    }
    fails("#set($n = 1e300 * 99999999999999999999)#foreach($i in [1..99])#set($n = $n * $n)#end$n");
    fails("#set($n = 99)#foreach($i in [1..99])#set($n = $n * $n)#end$n");
  }

  @Test
  void failsOnBrokenExpressionsOnlyWhenTheyAreUsed() {
    fails("$input.body.matches('(')");
    assertEquals("ok", render("#if(false)$input.body.matches('(')#{end}ok", "{}"));
  }

  @Test
  void boundsNesting() {
    String deep = "#if(true)".repeat(5000) + "#end".repeat(5000);
    String brackets = "#set($x = " + "[".repeat(20000) + "]".repeat(20000) + ")";
    List<String> templates = List.of(deep, brackets, "#set($x = \"$" + "{a".repeat(5000) + "\")");
    CompiledTemplates compiled =
        CompiledTemplates.of(new VtlCompiler(false, ContextNames.inTemplates()), templates);
    assertFalse(compiled.compiled(0));
    assertFalse(compiled.compiled(1));
    fails("$input.path('$.a')", "[".repeat(200_000));
  }

  @Test
  void refusesTemplatesBeyondTheLimitOfTheService() {
    String longest = "x".repeat(300 * 1024 - "$input.body".length()) + "$input.body";
    CompiledTemplates compiled =
        CompiledTemplates.of(
            new VtlCompiler(false, ContextNames.inTemplates()), List.of(longest, longest + "x"));
    assertTrue(compiled.compiled(0));
    assertEquals(300 * 1024 - 10, compiled.render(0, FakeSource.withBody("B").input()).length());
    assertFalse(compiled.compiled(1));
  }

  @Test
  void namesTheTemplateLineOfAFailure() {
    String template = "a\n  b $input.body.substring(99)";
    TemplateException failure =
        assertThrows(TemplateException.class, () -> render(template, "text"));
    assertEquals(2, failure.line());
    assertEquals(5, failure.column());
  }

  private static void fails(String template) {
    fails(template, "x".repeat(100));
  }

  private static void fails(String template, String body) {
    assertTimeoutPreemptively(
        BOUND,
        () -> assertThrows(RuntimeException.class, () -> render(template, body), () -> template));
  }

  private static void tryToRender(String template, String body) {
    try {
      render(template, body);
    } catch (TemplateException e) {
      assertTrue(e.line() > 0, "failure has no place");
    }
  }

  private static String render(String template, String body) {
    CompiledTemplates compiled =
        CompiledTemplates.of(new VtlCompiler(false, ContextNames.inTemplates()), List.of(template));
    assertTrue(compiled.compiled(0), () -> compiled.diagnostics(0).toString());
    return compiled.render(0, FakeSource.withBody(body).input());
  }
}
