package io.gatemason.generator.emit.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.rest.MethodStep;
import io.gatemason.generator.layout.rest.MethodStep.StageStep;
import io.gatemason.generator.layout.stage.StageLookup;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepPrinterTest {
  private static final ClassName TYPE = ClassName.get("example", "Example");

  private final ClassMembers members = new ClassMembers();

  @Test
  void printsWhatIsLookedUpAndAsked() {
    StageLookup policy = StageLookup.ofApi(TYPE, "policy");
    StageLookup keys = StageLookup.ofMethod(TYPE, "apiKeys");
    StageLookup cache = StageLookup.ofMethod(TYPE, "cache", "petId", "a\"b");
    assertEquals(
        """
        policy.refuseDenied(exchange);
        policy.requireAllowed(exchange);
        apiKeys.require(exchange);
        if (cache.answers(exchange)) {
          return;
        }
        """,
        printed(
            new StageStep(policy, "refuseDenied", false),
            new StageStep(policy, "requireAllowed", false),
            new StageStep(keys, "require", false),
            new StageStep(cache, "answers", true)));
    assertEquals(
        """
        this.policy = stage.policy();
        this.apiKeys = stage.apiKeys(INFO);
        this.cache = stage.cache(INFO, "petId", "a\\"b");
        """,
        members.assignments().toString());
    assertEquals(
        List.of("policy", "apiKeys", "cache"),
        members.fields().stream().map(field -> field.name()).toList());
  }

  @Test
  void looksUpByAnotherNameThanTheField() {
    printed(new StageStep(StageLookup.shared(TYPE, "backend").by("http"), "call", false));
    assertEquals("this.backend = stage.http();\n", members.assignments().toString());
  }

  private String printed(MethodStep... steps) {
    StepPrinter printer = new StepPrinter(members);
    return Stream.of(steps)
        .map(printer::print)
        .map(CodeBlock::toString)
        .collect(Collectors.joining());
  }
}
