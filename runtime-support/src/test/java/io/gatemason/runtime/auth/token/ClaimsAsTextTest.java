package io.gatemason.runtime.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsAsTextTest {
  private static final String CLAIMS =
      """
      {"sub": "u", "admin": true, "none": null, "level": 12.50, "big": 1E3,
       "list": ["a", 1, ["b"]], "address": {"city": "Ulm"}, "exp": 1800000000}
      """;

  @Test
  void standInBracketsForRoutes() {
    Map<String, String> texts = RouteClaims.of(Json.read(CLAIMS));

    assertEquals(
        Map.of(
            "sub", "u",
            "admin", "true",
            "level", "12.50",
            "big", "1000",
            "list", "[a 1 [b]]",
            "address", "{\"city\":\"Ulm\"}",
            "exp", "1800000000"),
        texts);
    assertThrows(UnsupportedOperationException.class, () -> texts.put("sub", "other"));
  }

  @Test
  void areJoinedByCommasForMethods() {
    Map<String, String> texts = ClaimTexts.of(Json.read(CLAIMS));

    assertEquals("a,1,b", texts.get("list"));
    assertEquals("{\"city\":\"Ulm\"}", texts.get("address"));
    assertEquals("1000", texts.get("big"));
    assertEquals("Fri Jan 15 08:00:00 UTC 2027", texts.get("exp"));
    assertThrows(UnsupportedOperationException.class, () -> texts.put("sub", "other"));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, Wed Dec 31 23:59:59 UTC 1969",
    "0, Thu Jan 01 00:00:00 UTC 1970",
    "1735689599, Tue Dec 31 23:59:59 UTC 2024",
    "1709210096, Thu Feb 29 12:34:56 UTC 2024",
    "1746316800, Sun May 04 00:00:00 UTC 2025",
    "253402300799, Fri Dec 31 23:59:59 UTC 9999",
    "253402300800, Sat Jan 01 00:00:00 UTC +10000"
  })
  void writeTimesOut(long seconds, String text) {
    assertEquals(text, ClaimTexts.of(Json.read("{\"iat\": " + seconds + "}")).get("iat"));
  }

  @Test
  void leaveOtherTimesAsTheyAre() {
    assertEquals(
        Map.of("nbf", "1800000000", "exp", "soon"),
        ClaimTexts.of(Json.read("{\"nbf\": 1800000000, \"exp\": \"soon\"}")));
  }
}
