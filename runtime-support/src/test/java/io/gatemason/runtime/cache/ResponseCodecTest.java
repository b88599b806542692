package io.gatemason.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.cache.CachedResponse.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseCodecTest {
  private final ResponseCodec codec = new ResponseCodec();
  private final CachedResponse response =
      new CachedResponse(
          203, List.of(new Field("X-A", "ä"), new Field("X-A", "")), new byte[] {1, 0, -1});

  @Test
  void readsWhatItWrote() {
    CachedResponse read = codec.decode(codec.encode(response));
    assertEquals(203, read.status());
    assertEquals(response.headers(), read.headers());
    assertArrayEquals(response.body(), read.body());
  }

  @Test
  void refusesWhatIsCutOffOrForeign() {
    byte[] written = codec.encode(response);
    for (int length = 0; length < written.length; length++) {
      byte[] cut = Arrays.copyOf(written, length);
      assertThrows(IllegalArgumentException.class, () -> codec.decode(cut));
    }
    written[0] = 2;
    assertThrows(IllegalArgumentException.class, () -> codec.decode(written));
  }
}
