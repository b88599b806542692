package io.gatemason.runtime.console;

import io.gatemason.runtime.client.RequestFields;
import java.util.ArrayList;
import java.util.List;

/** The header fields of a request that somebody tries out. */
final class TrialFields implements RequestFields {
  private final List<Field> fields = new ArrayList<>();

  /**
   * Adds a field.
   *
   * @throws IllegalArgumentException unless name and value follow the grammar of HTTP
   */
  void add(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException("\"" + name + "\" is not the name of a header");
    }
    String stripped = value.strip();
    if (!stripped.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= 0xff && c != 0x7f))) {
      throw new IllegalArgumentException("header " + name + " has a character that it cannot have");
    }
    fields.add(new Field(name, stripped));
  }

  @Override
  public int count() {
    return fields.size();
  }

  @Override
  public String name(int index) {
    return fields.get(index).name;
  }

  @Override
  public String value(int index) {
    return fields.get(index).value;
  }

  @Override
  public int find(String name, int from) {
    for (int i = from; i < fields.size(); i++) {
      if (fields.get(i).name.equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private record Field(String name, String value) {}
}
