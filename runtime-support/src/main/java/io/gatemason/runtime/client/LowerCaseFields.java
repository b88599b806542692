package io.gatemason.runtime.client;

import java.util.Locale;

/**
 * Header fields whose names are told in lower case, whatever the client wrote.
 *
 * @param fields as the client wrote them
 */
public record LowerCaseFields(RequestFields fields) implements RequestFields {

  @Override
  public int count() {
    return fields.count();
  }

  @Override
  public String name(int index) {
    return fields.name(index).toLowerCase(Locale.ROOT);
  }

  @Override
  public String value(int index) {
    return fields.value(index);
  }

  @Override
  public int find(String name, int from) {
    return fields.find(name, from);
  }
}
