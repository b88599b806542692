package io.gatemason.runtime.function.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What parameter mappings change of events. */
class EventChangesTest {
  private final EventChanges changes = new EventChanges(PayloadFormat.V2_0);

  @Test
  void changesHeadersWhateverTheirCase() {
    changes.removeHeader("x-gone");
    changes.overwriteHeader("x-one", List.of("new"));
    changes.overwriteHeader("X-Kept", List.of());
    changes.appendHeader("X-Two", List.of("b"));
    changes.appendHeader("x-two", List.of("c"));
    changes.appendHeader("X-Three", List.of("d"));

    assertEquals(
        "{X-One=[new], X-Kept=[k], x-two=[a, b, c], X-Three=[d]}",
        headers("X-Gone", "g", "X-One", "old", "X-Kept", "k", "x-two", "a").toString());
  }

  @Test
  void joinsHeadersOfFormat2ByLowerCaseNames() {
    changes.appendHeader("X-Two", List.of("b"));
    changes.appendHeader("X-Three", List.of("d"));
    changes.appendHeader("cookie", List.of("b=2"));
    Map<String, String> texts = new LinkedHashMap<>(Map.of("x-two", "a"));
    texts.put("cookie", "a=1");

    changes.changeJoinedHeaders(texts);

    assertEquals("{x-two=a,b, cookie=a=1; b=2, x-three=d}", texts.toString());
  }

  @Test
  void changesQueryParametersByTheirExactNames() {
    changes.removeQuery("gone");
    changes.overwriteQuery("a", List.of("1"));
    changes.appendQuery("b", List.of("x&y=ü"));
    Map<String, List<String>> query = query("gone", "g", "Gone", "G", "a", "0", "b", "0");

    changes.changeQuery(query);

    assertEquals("{Gone=[G], a=[1], b=[0, x&y=ü]}", query.toString());
    assertEquals("Gone=G&a=1&b=0&b=x%26y%3D%C3%BC", changes.rawQuery("unchanged", query));
  }

  @Test
  void leavesAsItIsWhatNoMappingChanges() {
    changes.overwritePath(List.of());

    assertEquals("/dev/pets", changes.path("/dev/pets"));
    assertEquals("a=%20b", changes.rawQuery("a=%20b", query("a", " b")));

    changes.overwritePath(List.of("/other"));
    assertEquals("/other", changes.path("/dev/pets"));
  }

  private Map<String, List<String>> headers(String... namesAndValues) {
    Map<String, List<String>> headers = query(namesAndValues);
    changes.changeHeaders(headers);
    return headers;
  }

  private static Map<String, List<String>> query(String... namesAndValues) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], new ArrayList<>(List.of(namesAndValues[i + 1])));
    }
    return values;
  }
}
