package io.gatemason.generator.vtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a template is reported at its place in the document. */
class DiagnosticPlacesTest {

  @Test
  void countsLinesInsideLiteralBlocks() {
    String yaml = "a:\n  template: |\n    {\n      \"x\": \"$unset\",\n    }\n";
    assertEquals(List.of("GM4002 api.yaml:4:13"), places("api.yaml", yaml));
    String call = "a:\n  template: |\n    #set($x = 1)\n    {\n      $x.nothing(1)\n    }\n";
    assertEquals(List.of("GM4003 api.yaml:5:10"), places("api.yaml", call));
  }

  @Test
  void findsPlacesInsideFoldedBlocksAndQuotedYaml() {
    assertEquals(
        List.of("GM4002 api.yaml:4:9"),
        places("api.yaml", "a:\n  template: >-\n    one\n    two $unset\n"));
    assertEquals(
        List.of("GM4002 api.yaml:3:5"),
        places("api.yaml", "a:\n  template: \"one\\n\\\n    $unset\"\n"));
  }

  @Test
  void countsColumnsBehindEscapesOfJson() {
    String json = "{\"a\": {\n  \"template\": \"{\\n  \\\"x\\\": $unset\\n}\"}}";
    int column = json.split("\n", 2)[1].indexOf('$') + 1;
    assertEquals(List.of("GM4002 api.json:2:" + column), places("api.json", json));
  }

  @Test
  void namesThePlaceOfSyntaxErrors() {
    assertEquals(
        List.of("GM4001 api.yaml:5:15"),
        places(
            "api.yaml", "a:\n  template: |\n    #set($x = 1)\n    $x ##\n    #if($x == )#end\n"));
  }

  @Test
  void namesTheDirectiveThatIsNotClosed() {
    assertEquals(
        List.of("GM4001 api.yaml:4:5 \"#if\" has no #end"),
        messages("a:\n  template: |\n    ## #end\n    #if($x)\n    #foreach($i in [1])$i#end\n"));
    assertEquals(
        List.of("GM4001 api.yaml:3:5 \"#foreach\" has no #end"),
        messages("a:\n  template: |\n    #foreach($i in [1])\n    #if($i)a#{else}b#end\n    c\n"));
    assertEquals(
        List.of("GM4001 api.yaml:3:5 \"#set\" has no closing parenthesis or quote"),
        messages("a:\n  template: |\n    #set($x = \"a)\n    text\n"));
  }

  @Test
  void refusesWhatNoCompilerCouldRead() {
    assertEquals(
        List.of("GM4001 api.yaml:2:13 \"$x\" is followed by more than 200 members and calls"),
        messages("a:\n  template: $x" + ".trim()".repeat(30_000) + "\n"));
    assertEquals(
        List.of("GM4001 api.yaml:2:14 #if has more than 500 branches"),
        messages("a:\n  template: '#if(true)a" + "#elseif(true)b".repeat(5_000) + "#end'\n"));
  }

  @Test
  void namesThePlaceOfJsonPathsThatCannotBeRead() {
    String yaml = "a:\n  template: |\n    {\n      $input.json('$.a[?(')\n    }\n";
    assertEquals(List.of("GM4010 api.yaml:4:19"), places("api.yaml", yaml));
  }

  @Test
  void warnsOfJsonPathsThatCannotBeReadWhereTemplatesMayFail() {
    Diagnostics found = new Diagnostics();
    compile("api.yaml", "a:\n  template: $input.path('$.a[?(')\n", true, found);
    assertEquals(
        List.of(Severity.WARNING), found.all().stream().map(Diagnostic::severity).toList());
  }

  private static List<String> places(String name, String document) {
    Diagnostics found = new Diagnostics();
    compile(name, document, false, found);
    return found.all().stream().map(d -> d.code() + " " + d.range()).toList();
  }

  private static List<String> messages(String document) {
    Diagnostics found = new Diagnostics();
    compile("api.yaml", document, false, found);
    return found.all().stream()
        .map(d -> d.code() + " " + d.range().toString().replaceFirst("-.*", "") + " " + d.message())
        .toList();
  }

  private static void compile(String name, String document, boolean lenient, Diagnostics found) {
    ScalarNode template =
        new NodeReader()
            .read(new SourceFile(name, document), new ArrayList<>()::add)
            .orElseThrow()
            .asObject()
            .flatMap(root -> root.get("a"))
            .flatMap(a -> a.asObject())
            .flatMap(a -> a.get("template"))
            .flatMap(a -> a.asScalar())
            .orElseThrow();
    new VtlCompiler(lenient, ContextNames.inTemplates())
        .compile(template, ClassName.get("a", "B"), found);
  }
}
