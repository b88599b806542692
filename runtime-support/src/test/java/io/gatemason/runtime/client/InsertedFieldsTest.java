package io.gatemason.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsertedFieldsTest {
  private record Pairs(List<Map.Entry<String, String>> all) implements RequestFields {
    @Override
    public int count() {
      return all.size();
    }

    @Override
    public String name(int index) {
      return all.get(index).getKey();
    }

    @Override
    public String value(int index) {
      return all.get(index).getValue();
    }

    @Override
    public int find(String name, int from) {
      throw new AssertionError("the inserted fields look themselves");
    }
  }

  @Test
  void replacesFieldsOfTheSameNameAndKeepsTheOthersInOrder() {
    RequestFields fields =
        InsertedFields.into(
            new Pairs(
                List.of(Map.entry("A", "1"), Map.entry("X-Seen", "client"), Map.entry("b", "2"))),
            Map.of("x-seen", "gateway"));
    assertEquals(3, fields.count());
    assertEquals("A", fields.name(0));
    assertEquals("2", fields.value(1));
    assertEquals(List.of("gateway"), fields.all("X-SEEN"));
    assertEquals(2, fields.find("x-seen", 0));
    assertEquals(-1, fields.find("a", 1));
    assertNull(fields.first("c"));
  }
}
