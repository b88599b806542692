package io.gatemason.runtime.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ContextVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The mapping templates of real documents give what the reference engine gives. */
class CorpusTemplatesTest {
  private static final List<String> BODIES =
      List.of(
          "",
          "plain text",
          "{\"body\": {\"a\": 1}, \"output\": \"{}\", \"errorMessage\": \"no\", \"id\": \"7\"}",
          "{\"Items\": [{\"id\": {\"S\": \"a\"}}, {\"id\": {\"S\": \"b\"}}], \"statusCode\": 201}",
          "[{\"name\": \"x\", \"price\": 1.5}, {\"name\": \"y\", \"price\": 2}]");

  @Test
  void rendersTheTemplatesOfTheCorpus() throws IOException {
    Path corpus = Path.of(System.getProperty("gatemason.shared"), "corpus");
    Assumptions.assumeTrue(Files.isDirectory(corpus), "no corpus at " + corpus);
    List<String> templates = templates(corpus);
    assertTrue(templates.size() > 100, "only " + templates.size() + " templates found");
    List<Supplier<TemplateInput>> inputs = new ArrayList<>();
    BODIES.forEach(body -> inputs.add(() -> source(body).input()));
    List<Differential.Difference> differences = new Differential().run(templates, inputs);
    assertEquals("", DifferentialTest.report(differences));
  }

  private static FakeSource source(String body) {
    FakeSource source = FakeSource.withBody(body);
    source.path.put("id", "p-1");
    source.query.put("id", "q 2");
    source.query.put("limit", "10");
    source.header.put("Accept", "it's \"quoted\"");
    source.stageVariables.put("table", "things");
    for (ContextVariable variable : FakeSource.VARIABLES) {
      source.context.put(variable, variable.name().toLowerCase(Locale.ROOT));
    }
    return source;
  }

  private static List<String> templates(Path corpus) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(corpus)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(ya?ml|json)")).toList()) {
        try {
          String text = Files.readString(file);
          new Compose(LoadSettings.builder().setCodePointLimit(10_000_000).build())
              .composeAllFromString(text)
              .forEach(node -> collect(node, found));
        } catch (YamlEngineException e) {
          // a document that is broken on purpose or has another tool's placeholders
          continue;
        }
      }
    }
    return List.copyOf(found);
  }

  private static void collect(Node node, Set<String> found) {
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> collect(item, found));
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple member : mapping.getValue()) {
        boolean templates =
            member.getKeyNode() instanceof ScalarNode key
                && key.getValue().matches("(?i)re(quest|sponse)Templates");
        if (templates && member.getValueNode() instanceof MappingNode byType) {
          byType.getValue().forEach(entry -> template(entry.getValueNode(), found));
        } else {
          collect(member.getValueNode(), found);
        }
      }
    }
  }

  private static void template(Node node, Set<String> found) {
    if (node instanceof ScalarNode text) {
      found.add(text.getValue());
    }
  }
}
