package io.gatemason.generator.vtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.SourceFile;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The time for a template grows with its length, not with the square of it. */
class LongTemplatesTest {
  private static final String LINE = "$input.path('$.x')\n";
  private static final int LINES = 15_000;

  @Test
  void compilesManyLinesInAFewSeconds() {
    compilesInAFewSeconds(LINE.repeat(LINES));
  }

  @Test
  void compilesOneLongLineInAFewSeconds() {
    compilesInAFewSeconds(LINE.strip().repeat(LINES));
  }

  private static void compilesInAFewSeconds(String text) {
    SourceFile file = new SourceFile("template.vm", text);
    ScalarNode template =
        new ScalarNode(
            new Range(file, file.position(0), file.position(text.length())),
            "",
            ScalarNode.Kind.STRING,
            text);
    Diagnostics diagnostics = new Diagnostics();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    new VtlCompiler(false, ContextNames.inTemplates())
        .compile(template, ClassName.get("a", "B"), diagnostics);
    Duration spent =
        Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    assertEquals(List.of(), diagnostics.all());
    assertTrue(spent.compareTo(Duration.ofSeconds(6)) < 0, () -> "it took " + spent);
  }
}
