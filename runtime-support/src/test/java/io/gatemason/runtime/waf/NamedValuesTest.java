package io.gatemason.runtime.waf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.client.RequestFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedValuesTest {

  /** Names and values in turn. */
  private record Fields(List<String> texts) implements RequestFields {
    @Override
    public int count() {
      return texts.size() / 2;
    }

    @Override
    public String name(int index) {
      return texts.get(2 * index);
    }

    @Override
    public String value(int index) {
      return texts.get(2 * index + 1);
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

  private static RequestFields fields(String... texts) {
    return new Fields(List.of(texts));
  }

  private static List<String> texts(NamedValues values, Selection selection, MatchScope scope) {
    return values.texts(selection, scope).stream()
        .map(text -> new String(text, StandardCharsets.ISO_8859_1))
        .toList();
  }

  @Test
  void headersKeepTheirNamesAndAreChosenWithoutCase() {
    NamedValues headers = NamedValues.headers(fields("X-A", "1", "x-b", "2", "X-a", "3"), "");
    assertEquals(
        List.of("X-A", "1", "X-a", "3"), texts(headers, Selection.only("x-a"), MatchScope.ALL));
    assertEquals(List.of("x-b"), texts(headers, Selection.except("x-a"), MatchScope.KEY));
    assertEquals("x-a:x-b:x-a", new String(headers.order(), StandardCharsets.US_ASCII));
    assertFalse(headers.oversize());
  }

  @Test
  void cookiesComeFromAllLinesAndAreChosenWithCase() {
    NamedValues cookies =
        NamedValues.cookies(fields("Cookie", "a=1; B=2;; alone", "cookie", "c=x=y"));
    assertEquals(
        List.of("a", "1", "B", "2", "alone", "", "c", "x=y"),
        texts(cookies, Selection.ALL, MatchScope.ALL));
    assertEquals(List.of(), texts(cookies, Selection.only("b"), MatchScope.ALL));
  }

  @Test
  void twoHundredAreInspectedAndNoMore() {
    List<String> many = new ArrayList<>(Collections.nCopies(400, "a"));
    assertFalse(NamedValues.headers(new Fields(many), "").oversize());
    many.addAll(List.of("b", "c"));
    NamedValues headers = NamedValues.headers(new Fields(many), "");
    assertTrue(headers.oversize());
    assertEquals(List.of(), texts(headers, Selection.only("b"), MatchScope.ALL));
  }

  @Test
  void bytesBeyondTheLimitAreCutOff() {
    NamedValues all = NamedValues.headers(fields("a", "x".repeat(8_190), "b", ""), "");
    assertFalse(all.oversize(), "exactly at the limit");
    NamedValues cut = NamedValues.headers(fields("a", "x".repeat(8_189), "bcd", "e"), "");
    assertTrue(cut.oversize());
    assertEquals(List.of("bc", ""), texts(cut, Selection.only("bcd"), MatchScope.ALL));
    NamedValues value = NamedValues.headers(fields("a", "x".repeat(8_189), "b", "ef"), "");
    assertEquals(List.of("e"), texts(value, Selection.only("b"), MatchScope.VALUE));
  }
}
