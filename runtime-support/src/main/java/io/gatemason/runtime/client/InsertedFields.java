package io.gatemason.runtime.client;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Header fields of which some are the gateway's own. Belongs to the thread of the request. */
public final class InsertedFields implements RequestFields {
  private final RequestFields fields;
  private final int[] kept;
  private final List<Map.Entry<String, String>> inserted;

  private InsertedFields(
      RequestFields fields, int[] kept, List<Map.Entry<String, String>> inserted) {
    this.fields = fields;
    this.kept = kept;
    this.inserted = inserted;
  }

  /** Fields with others behind them, in place of those of the same names in any letter case. */
  public static RequestFields into(RequestFields fields, Map<String, String> inserted) {
    int[] kept =
        IntStream.range(0, fields.count())
            .filter(i -> inserted.keySet().stream().noneMatch(fields.name(i)::equalsIgnoreCase))
            .toArray();
    return new InsertedFields(fields, kept, List.copyOf(inserted.entrySet()));
  }

  @Override
  public int count() {
    return kept.length + inserted.size();
  }

  @Override
  public String name(int index) {
    return index < kept.length
        ? fields.name(kept[index])
        : inserted.get(index - kept.length).getKey();
  }

  @Override
  public String value(int index) {
    return index < kept.length
        ? fields.value(kept[index])
        : inserted.get(index - kept.length).getValue();
  }

  @Override
  public int find(String name, int from) {
    for (int i = from; i < count(); i++) {
      if (name(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
