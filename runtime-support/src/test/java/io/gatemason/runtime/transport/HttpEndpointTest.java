package io.gatemason.runtime.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.failure.GatewayFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpEndpointTest {

  @ParameterizedTest
  @CsvSource({
    "http://example.com, false, example.com, 80",
    "https://example.com, true, example.com, 443",
    "HTTPS://Example.com:8443, true, Example.com, 8443",
    "http://127.0.0.1:18080, false, 127.0.0.1, 18080",
    "http://my_service:1, false, my_service, 1",
    "'http://[::1]:8080', false, '[::1]', 8080"
  })
  void readsSchemeHostAndPort(String base, boolean tls, String host, int port) {
    assertEquals(new BackendAddress(tls, host, port, host, false), HttpEndpoint.of(base).address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "http://",
        "https://.example.com",
        "https://a..example.com",
        "ftp://example.com",
        "http://example.com/",
        "http://example.com:",
        "http://example.com:0",
        "http://example.com:65536",
        "http://example.com:+80",
        "http://user@example.com",
        "http://evil.example#.example.com",
        "http://evil.example/x.example.com",
        "http://a b",
        "http://a\r\nb",
        "http://{host}",
        "http://[::1",
        "http://[x]"
      })
  void refusesWhatIsNoAddress(String base) {
    assertThrows(IllegalArgumentException.class, () -> HttpEndpoint.of(base));
    HttpEndpoint parsed = HttpEndpoint.parse(base);
    assertThrows(GatewayFailure.class, parsed::requireAddress);
  }

  @Test
  void keepsItsOtherSettingsWhenOneChanges() {
    HttpEndpoint endpoint =
        HttpEndpoint.of("https://example.com")
            .withTimeoutMillis(50)
            .withInsecureSkipVerification()
            .withVpcLink("link");
    assertEquals(50, endpoint.timeoutMillis());
    assertEquals(true, endpoint.address().anyIssuer());
    assertEquals("link", endpoint.vpcLink());
    assertEquals("example.com", endpoint.authority());
    assertEquals(29_000, HttpEndpoint.of("http://a").timeoutMillis());
  }
}
