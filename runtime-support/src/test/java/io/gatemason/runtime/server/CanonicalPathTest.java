package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "'', ''",
    "/pets/7, /pets/7",
    "/%61dmin, /admin",
    "/a%2Db%5f%7E%2e, /a-b_~.",
    "/a%2Fb%2bc%20, /a%2Fb%2bc%20",
    "/a%5cb, /a%5cb",
    "/.well-known/x, /.well-known/x",
    "/a/.../b, /a/.../b",
    "/a/..b/c.., /a/..b/c..",
    "/a%2f..%2fb, /a%2f..%2fb",
    "/a%2f.%2fb, /a%2f.%2fb",
    "/a%252e%252e/b, /a%252e%252e/b"
  })
  void resolvesEscapesThatAreNotNeeded(String sent, String canonical) {
    assertEquals(canonical, CanonicalPath.of(sent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/p/../../admin",
        "/..",
        "/.",
        "/a/./b",
        "/a/.",
        "/item/%2e%2e/tail",
        "/item/%2E./tail",
        "/item/.%2e",
        "/item/%2e",
        "/item/..;/tail",
        "/item/..;x=1",
        "/item/..%2fadmin",
        "/item/..%5Cadmin",
        "/item/%2e%2e%2fadmin",
        "/item/a%2f..%2f..%2fadmin",
        "/item/%2f..%2fadmin"
      })
  void refusesPathsThatLeaveTheirPlace(String sent) {
    assertNull(CanonicalPath.of(sent));
  }
}
