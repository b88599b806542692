package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.model.ContextNames;
import io.gatemason.runtime.exchange.ContextVariable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The generator's names of the context and the slots of the runtime are the same. */
class ContextNamesTest {
  @Test
  void everyNameHasASlotAndEverySlotAName() {
    Set<String> slots =
        Arrays.stream(ContextVariable.values())
            .flatMap(variable -> variable.names().stream())
            .collect(Collectors.toSet());
    assertEquals(slots, ContextNames.all());
  }

  @Test
  void everyNameNamesItsConstant() {
    for (ContextVariable variable : ContextVariable.values()) {
      for (String name : variable.names()) {
        assertEquals(variable.name(), ContextNames.constant(name), name);
      }
    }
  }
}
