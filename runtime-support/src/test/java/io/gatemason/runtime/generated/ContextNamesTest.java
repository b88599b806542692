package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.model.ContextNames;
import io.gatemason.runtime.exchange.ContextVariables;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What generated code may ask of the context exists here, and all of it can be asked for. */
class ContextNamesTest {
  @Test
  void everyVariableHasAnAccessor() {
    Set<String> accessors =
        Arrays.stream(ContextVariables.class.getMethods())
            .filter(method -> method.getReturnType() == List.class)
            .map(Method::getName)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Set<String> names =
        ContextNames.inMappings().stream()
            .map(name -> name.replace(".", "").toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertEquals(accessors, names);
  }
}
