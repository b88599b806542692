package io.gatemason.runtime.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.vtl.VtlCompiler;
import io.gatemason.runtime.exchange.ContextVariable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the generator mentions exists here: every context variable and every function compiles. */
class RuntimeNamesTest {

  @Test
  void compilesEveryContextVariable() {
    List<ContextVariable> variables = List.copyOf(FakeSource.VARIABLES);
    List<String> templates =
        variables.stream()
            .map(variable -> "$context." + String.join(".", variable.path()))
            .toList();
    CompiledTemplates compiled =
        CompiledTemplates.of(new VtlCompiler(false, ContextNames.inTemplates()), templates);
    for (int i = 0; i < templates.size(); i++) {
      assertEquals(List.of(), compiled.diagnostics(i), templates.get(i));
      FakeSource source = new FakeSource();
      source.context.put(variables.get(i), "value");
      assertEquals("value", compiled.render(i, source.input()));
    }
  }

  @Test
  void compilesEveryFunctionOfValues() {
    String calls =
        Stream.of(
                "add(1)",
                "add(0, 1)",
                "addAll([1])",
                "charAt(0)",
                "compareTo('a')",
                "concat('a')",
                "contains('a')",
                "containsKey('a')",
                "containsValue('a')",
                "count()",
                "endsWith('a')",
                "entrySet()",
                "equals('a')",
                "equalsIgnoreCase('a')",
                "get(0)",
                "getKey()",
                "getValue()",
                "indexOf('a')",
                "indexOf('a', 0)",
                "intValue()",
                "isEmpty()",
                "keySet()",
                "lastIndexOf('a')",
                "length()",
                "longValue()",
                "matches('a')",
                "put('a', 1)",
                "putAll({})",
                "remove('a')",
                "replace('a', 'b')",
                "replaceAll('a', 'b')",
                "replaceFirst('a', 'b')",
                "set(0, 1)",
                "size()",
                "split('a')",
                "startsWith('a')",
                "substring(0)",
                "substring(0, 1)",
                "toLowerCase()",
                "toString()",
                "toUpperCase()",
                "trim()",
                "values()")
            .map(call -> "$s." + call + ";")
            .collect(Collectors.joining());
    CompiledTemplates compiled =
        CompiledTemplates.of(
            new VtlCompiler(false, ContextNames.inTemplates()),
            List.of("#set($s = 'abc')" + calls));
    assertEquals(List.of(), compiled.diagnostics(0));
    assertEquals(
        ";;;a;2;abca;true;;;;false;;false;false;;;;0;0;;false;;0;3;;false;;;;bbc;bbc;bbc;;;"
            + "[, bc];true;abc;a;abc;abc;ABC;abc;;",
        compiled.render(0, FakeSource.withBody("").input()));
  }
}
