package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @Test
  void aHeaderCountsThatWasSentOnce() {
    TestCall call = TestCall.call().header("AUTHORIZATION", " token ").header("other", "x");
    assertEquals("token", Credentials.only(call.exchange(), "Authorization"));
    assertNull(Credentials.only(call.exchange(), "Absent"));
    call.header("authorization", "token");
    assertNull(Credentials.only(call.exchange(), "Authorization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void nothingIsNoCredential(String value) {
    assertNull(Credentials.only(TestCall.call().header("Token", value).exchange(), "Token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "~", "Bearer a.b-c"})
  void charactersOfTokensAreVisible(String value) {
    assertTrue(Credentials.areVisible(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001f", "a\tb", "a\u007f", "\u0080a", "tök"})
  void othersAreNot(String value) {
    assertFalse(Credentials.areVisible(value));
  }

  @ParameterizedTest
  @CsvSource({
    "https://keys.example/a, true",
    "HTTPS://keys.example, true",
    "https:///path, false",
    "https:opaque, false",
    "http://keys.example, false",
    "http://localhost:8080/a, true",
    "HTTP://LOCALHOST, true",
    "http://localhost.example, false",
    "http://127.0.0.1:1, true",
    "http://127.9.8.7, true",
    "http://128.0.0.1, false",
    "http://[::1]:8080, true",
    "http://[::2], false",
    "http:///path, false",
    "ftp://localhost, false",
    "localhost, false",
    "http://a b, false"
  })
  void believesAddressesOverTlsAndOfThisMachine(String url, boolean trusted) {
    assertEquals(trusted, TrustedAddress.is(url));
  }
}
