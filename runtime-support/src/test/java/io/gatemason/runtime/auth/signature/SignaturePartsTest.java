package io.gatemason.runtime.auth.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.auth.signature.SignatureRefusedException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturePartsTest {
  @ParameterizedTest
  @CsvSource({
    "a+b, a%20b",
    "%41%5a%61%7A%30%39, AZaz09",
    "%40%5B%60%7b%2f%3A, %40%5B%60%7B%2F%3A",
    "-._~, -._~",
    "100%, 100%25",
    "%4, %254",
    "%4g, %254g",
    "%g4, %25g4",
    "%00%0f, %00%0F",
    "é, %C3%A9"
  })
  void ofQueriesAreEncodedInTheOneWay(String text, String encoded) {
    assertEquals(encoded, UriEncoding.reencoded(text));
  }

  @Test
  void ofPathsAreEncodedOnceMore() {
    assertEquals("a%2Bb%2520c", UriEncoding.encoded("a+b%20c"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 604_800})
  void areValidForAWeekAtTheMost(int seconds) {
    assertEquals(seconds, SignatureFields.validSeconds(String.valueOf(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "604801", "999999", "0000001", "-1", "1e3", " 1"})
  void areValidForNoOtherTime(String text) {
    SignatureRefusedException refused =
        assertThrows(SignatureRefusedException.class, () -> SignatureFields.validSeconds(text));
    assertEquals(Kind.INCOMPLETE, refused.kind());
    assertEquals("IncompleteSignatureException", refused.kind().errorType());
  }
}
