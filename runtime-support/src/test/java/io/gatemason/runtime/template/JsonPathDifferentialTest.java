package io.gatemason.runtime.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.vtl.VtlCompiler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random constant paths select in random documents what Jayway's library selects in them. */
class JsonPathDifferentialTest {
  private static final int PATHS = 1_500;
  private static final int DOCUMENTS = 8;
  private static final List<String> NAMES = List.of("a", "b", "c-d", "x y", "é", "size", "n");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Configuration JAYWAY =
      Configuration.builder()
          .jsonProvider(new JacksonJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .build();

  private final Random random = new Random(7);

  @Test
  void selectsWhatJaywaySelects() throws JsonProcessingException {
    List<String> paths = paths();
    List<String> templates =
        paths.stream().map(p -> "$input.json('" + p.replace("'", "''") + "')").toList();
    CompiledTemplates compiled =
        CompiledTemplates.of(
            new VtlCompiler(false, ContextNames.inTemplates()),
            templates,
            new JavaCompilation(),
            false);
    List<String> different = new ArrayList<>();
    int found = 0;
    for (int d = 0; d < DOCUMENTS; d++) {
      String document = object(4);
      for (int i = 0; i < paths.size(); i++) {
        assertEquals(List.of(), compiled.diagnostics(i), paths.get(i));
        String expected = jayway(document, paths.get(i));
        String actual = compiled(compiled, i, document);
        found += expected.equals("\"\"") || expected.equals("[]") ? 0 : 1;
        if (!expected.equals(actual)) {
          different.add(paths.get(i) + " of " + document + ": " + expected + " but " + actual);
        }
      }
    }
    assertEquals(List.of(), different.stream().limit(20).toList(), different.size() + " differ");
    assertTrue(found > PATHS / 2, "only " + found + " paths lead somewhere");
  }

  private static String compiled(CompiledTemplates compiled, int i, String document) {
    try {
      return compiled.render(i, FakeSource.withBody(document).input());
    } catch (TemplateException e) {
      return "failure";
    }
  }

  /** What the path selects as JSON; nothing as at the service, where it is an empty string. */
  private static String jayway(String document, String path) throws JsonProcessingException {
    try {
      Object selected = JsonPath.compile(path).read(document, JAYWAY);
      return selected == null ? "\"\"" : JSON.writeValueAsString(selected);
    } catch (PathNotFoundException e) {
      return "\"\"";
    } catch (JsonPathException e) {
      return "failure";
    }
  }

  private List<String> paths() {
    Set<String> paths = new LinkedHashSet<>();
    while (paths.size() < PATHS) {
      StringBuilder path = new StringBuilder("$");
      int steps = random.nextInt(5);
      for (int s = 0; s < steps; s++) {
        path.append(step());
      }
      paths.add(path.toString());
    }
    return List.copyOf(paths);
  }

  private String step() {
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> "." + one(List.of("a", "b", "c-d", "size", "n"));
      case 4 -> "['" + one(NAMES) + "']";
      case 5 -> "[\"" + one(NAMES) + "\"]";
      case 6, 7 -> "[" + (random.nextInt(5) - 2) + "]";
      case 8 -> one(List.of("[*]", ".*"));
      case 9 -> one(List.of("..a", "..['b']", "..*", "..[0]"));
      case 10 -> one(List.of("[0:2]", "[1:]", "[:1]", "[-1:]", "[:-1]", "[0:3]"));
      case 11 -> one(List.of("[0,1]", "['a','b']", "[0, 2]", "['a', 'n']"));
      case 12 -> one(List.of("[?(@.a)]", "[?(@.n > 1)]", "[?(@.a == 'x')]", "[?(!@.b)]"));
      case 13 -> one(List.of("[?(@.n <= 2 && @.a)]", "[?(@.a != null)]", "[?(@.n in [1, 2])]"));
      case 14 -> one(List.of("[?(@.a =~ /x.*/)]", "[?(@ > 1)]", "[?(@.b.a || @.n == 1.5)]"));
      default -> one(List.of(".length()", ".a", ".b", "[0]"));
    };
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String object(int depth) {
    List<String> members = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextInt(5) > 0) {
        members.add("\"" + name + "\":" + value(depth - 1));
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> String.valueOf(random.nextInt(5));
      case 1 -> one(List.of("1.5", "-2", "12345678901", "0.25"));
      case 2 -> one(List.of("\"x\"", "\"\"", "\"xy \\\"z\\\"\"", "\"é\""));
      case 3 -> one(List.of("true", "false", "null"));
      case 4 -> one(List.of("{}", "[]"));
      case 5, 6 -> object(depth);
      default -> array(depth);
    };
  }

  private String array(int depth) {
    List<String> items = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      items.add(value(depth - 1));
    }
    return "[" + String.join(",", items) + "]";
  }
}
