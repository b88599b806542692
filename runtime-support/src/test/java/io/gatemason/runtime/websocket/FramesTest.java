package io.gatemason.runtime.websocket;

import static io.gatemason.runtime.websocket.RawSocket.FIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.websocket.RawSocket.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455 frame by frame, along the groups of the public conformance suite. */
class FramesTest {
  private static final int TEXT = Frames.TEXT;
  private static final int CONTINUATION = Frames.CONTINUATION;
  private static SocketService service;

  private RawSocket client;

  @BeforeAll
  static void start() {
    service = SocketService.echo();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private RawSocket open() throws IOException {
    client = RawSocket.open(service.port());
    return client;
  }

  private static byte[] payload(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    return bytes;
  }

  private static String text(int length) {
    return new String(payload(length), UTF_8);
  }

  private void expectClosed(int code) throws IOException {
    Frame frame = client.receive();
    assertEquals(Frames.CLOSE, frame.opcode());
    assertEquals(code, frame.code());
    client.closeWith(code, "");
    assertEquals(-1, client.receive().opcode());
    client.close();
  }

  private void expectEcho(String text) throws IOException {
    assertEquals("<" + text + ">", client.message());
  }

  private void expectAlive() throws IOException {
    client.text("alive");
    expectEcho("alive");
    client.close();
  }

  static IntStream lengths() {
    return IntStream.of(
        0, 1, 2, 3, 4, 5, 7, 8, 63, 64, 124, 125, 126, 127, 128, 254, 255, 256, 257, 1023, 1024,
        1025, 4096, 8191, 16_384, 32_766, 32_767, 32_768);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void takesTextOfAnyLength(int length) throws IOException {
    open().text(text(length));
    expectEcho(text(length));
    expectAlive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 125, 126, 127, 500, 4096, 32_768})
  void takesFramesThatComeByteByByte(int length) throws IOException {
    byte[] frame = RawSocket.frame(FIN | TEXT, payload(length));
    open();
    int step = length > 200 ? 997 : 1;
    for (int at = 0; at < frame.length; at += step) {
      client.send(Arrays.copyOfRange(frame, at, Math.min(frame.length, at + step)));
    }
    expectEcho(text(length));
    expectAlive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 30})
  void takesFramesThatComeTogether(int count) throws IOException {
    byte[] all = new byte[0];
    for (int i = 0; i < count; i++) {
      byte[] frame = RawSocket.frame(FIN | Frames.PING, Integer.toString(i).getBytes(UTF_8));
      int end = all.length;
      all = Arrays.copyOf(all, end + frame.length);
      System.arraycopy(frame, 0, all, end, frame.length);
    }
    open().send(all);
    for (int i = 0; i < count; i++) {
      assertEquals(Integer.toString(i), client.receive().text());
    }
    expectAlive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 125, 126, 32_768})
  void takesLengthsThatAreWrittenTooLong(int length) throws IOException {
    byte[] short64 = RawSocket.frame(FIN | TEXT, payload(length));
    int header = length <= 125 ? 2 : 4;
    byte[] frame = new byte[short64.length - header + 10];
    frame[0] = (byte) (FIN | TEXT);
    frame[1] = (byte) (0x80 | 127);
    frame[8] = (byte) (length >> 8);
    frame[9] = (byte) length;
    System.arraycopy(short64, header, frame, 10, short64.length - header);
    open().send(frame);
    expectEcho(text(length));
    expectAlive();
  }

  static Stream<Arguments> fragments() {
    List<Arguments> all = new ArrayList<>();
    for (int length : new int[] {0, 1, 5, 125, 126, 1000, 40_000, 100_000, 131_072}) {
      for (int pieces : new int[] {1, 2, 3, 7, 50}) {
        for (boolean pings : new boolean[] {false, true}) {
          if (length / pieces <= 32_768) {
            all.add(Arguments.of(length, pieces, pings));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("fragments")
  void putsFragmentsTogether(int length, int pieces, boolean pings) throws IOException {
    byte[] whole = payload(length);
    open();
    int size = (length + pieces - 1) / pieces;
    for (int i = 0; i < pieces; i++) {
      int from = Math.min(length, i * size);
      byte[] piece = Arrays.copyOfRange(whole, from, Math.min(length, from + size));
      int last = i == pieces - 1 ? FIN : 0;
      client.send(last | (i == 0 ? TEXT : CONTINUATION), piece);
      if (pings && last == 0) {
        client.send(FIN | Frames.PING, new byte[] {'p'});
        assertEquals("p", client.receive().text());
      }
    }
    if (length + 2 > 131_072) {
      assertTrue(client.message().startsWith("{\"message\": \"Internal server error\""));
    } else {
      expectEcho(text(length));
    }
    expectAlive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 8, 16, 31, 64, 100, 123, 124, 125})
  void answersPings(int length) throws IOException {
    open().send(FIN | Frames.PING, payload(length));
    Frame pong = client.receive();
    assertEquals(Frames.PONG, pong.opcode());
    assertEquals(text(length), pong.text());
    expectAlive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125})
  void takesNoNoticeOfPongs(int length) throws IOException {
    open().send(FIN | Frames.PONG, payload(length));
    expectAlive();
  }

  static Stream<Arguments> controls() {
    return Stream.of(Frames.CLOSE, Frames.PING, Frames.PONG)
        .flatMap(
            opcode ->
                Stream.of(
                    Arguments.of(FIN | opcode, 126),
                    Arguments.of(FIN | opcode, 127),
                    Arguments.of(FIN | opcode, 65_536),
                    Arguments.of(opcode, 0),
                    Arguments.of(opcode, 2)));
  }

  @ParameterizedTest
  @MethodSource("controls")
  void refusesControlFramesThatAreLongOrFragments(int first, int length) throws IOException {
    open().send(first, payload(length));
    expectClosed(1002);
  }

  static Stream<Arguments> reservedBits() {
    return Stream.of(CONTINUATION, TEXT, Frames.BINARY, Frames.CLOSE, Frames.PING, Frames.PONG)
        .flatMap(
            opcode -> IntStream.rangeClosed(1, 7).mapToObj(bits -> Arguments.of(opcode, bits)));
  }

  @ParameterizedTest
  @MethodSource("reservedBits")
  void refusesReservedBits(int opcode, int bits) throws IOException {
    open().send(FIN | bits << 4 | opcode, payload(4));
    expectClosed(1002);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
  void refusesReservedOpcodes(int opcode) throws IOException {
    open().send(FIN | opcode, payload(4));
    expectClosed(1002);
    open().send(opcode, new byte[0]);
    expectClosed(1002);
    open().text("before");
    expectEcho("before");
    client.send(FIN | opcode, new byte[0]);
    expectClosed(1002);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 10})
  void refusesFramesWithoutMask(int opcode) throws IOException {
    open().send(RawSocket.frame(FIN | opcode, payload(4), 4, 0));
    expectClosed(1002);
  }

  @ParameterizedTest
  @CsvSource({"130,0", "130,1", "130,125", "130,126", "130,32768", "2,5", "2,0"})
  void refusesBinaryMessages(int first, int length) throws IOException {
    open().send(first, payload(length));
    expectClosed(1003);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "00", "01 81", "01 01", "01 00 81", "81 80", "81 00", "01 80 80"})
  void refusesFragmentsOutOfOrder(String firstBytes) throws IOException {
    open();
    for (String first : firstBytes.split(" ")) {
      client.send(Integer.parseInt(first, 16), new byte[] {'x'});
    }
    Frame frame = client.receive();
    while (frame.opcode() == TEXT) {
      frame = client.receive();
    }
    assertEquals(1002, frame.code());
    client.close();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000,
        4999
      })
  void answersCloseCodes(int code) throws IOException, InterruptedException {
    open().closeWith(code, "because");
    Frame frame = client.receive();
    assertEquals(Frames.CLOSE, frame.opcode());
    assertEquals(code, frame.code());
    assertEquals(-1, client.receive().opcode());
    client.close();
    String end = service.ends.poll(10, TimeUnit.SECONDS);
    while (end != null && !end.equals(code + " because")) {
      end = service.ends.poll(10, TimeUnit.SECONDS); // Those of other tests.
    }
    assertEquals(code + " because", end);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 9999, 65_535})
  void refusesCloseCodesThatNobodyMaySend(int code) throws IOException {
    open().closeWith(code, "");
    expectClosed(1002);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 122, 123})
  void takesCloseReasons(int length) throws IOException {
    open().closeWith(1000, text(length));
    assertEquals(1000, client.receive().code());
    assertEquals(-1, client.receive().opcode());
    client.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "03", "03e8ff", "03e8c3", "03e8eda080"})
  void judgesClosePayloads(String hex) throws IOException {
    open().send(FIN | Frames.CLOSE, HexFormat.of().parseHex(hex));
    Frame frame = client.receive();
    int expected = hex.isEmpty() ? 1005 : hex.length() == 2 ? 1002 : 1007;
    assertEquals(expected, frame.code());
    client.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello-µ@ßöäüàá-UTF-8!!",
        "κόσμε",
        "\u0000",
        "\u007f",
        "\u0080",
        "\u07ff",
        "\u0800",
        "\ud7ff",
        "\ue000",
        "\ufffd",
        "\ufffe",
        "\uffff",
        "\ud800\udc00",
        "\ud83f\udffe",
        "\udbff\udfff",
        "\ufeff"
      })
  void takesAllOfUtf8(String text) throws IOException {
    open().text(text);
    expectEcho(text);
    byte[] bytes = text.getBytes(UTF_8);
    client.send(TEXT, Arrays.copyOf(bytes, 1));
    client.send(FIN | CONTINUATION, Arrays.copyOfRange(bytes, 1, bytes.length));
    expectEcho(text);
    expectAlive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "8080",
        "80bf",
        "c0",
        "c1",
        "c2",
        "df",
        "e0",
        "ef",
        "f0",
        "f4",
        "f5",
        "fe",
        "ff",
        "fefeffff",
        "c0af",
        "e080af",
        "f08080af",
        "f8808080af",
        "fc80808080af",
        "c1bf",
        "e09fbf",
        "f08fbfbf",
        "f887bfbfbf",
        "c080",
        "e08080",
        "f0808080",
        "eda080",
        "edadbf",
        "edae80",
        "edafbf",
        "edb080",
        "edbfbf",
        "eda080edb080",
        "edafbfedbfbf",
        "f4908080",
        "f7bfbfbf",
        "cebae1bdb9cf83cebcceb5eda080656469746564",
        "c3",
        "e282",
        "f09f98",
        "c328",
        "a0a1",
        "e228a1",
        "e28228",
        "f0288cbc",
        "f09028bc"
      })
  void refusesWhatIsNoUtf8(String hex) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    open().send(FIN | TEXT, bytes);
    expectClosed(1007);
    open().send(TEXT, Arrays.copyOf(bytes, bytes.length / 2));
    client.send(FIN | CONTINUATION, Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
    expectClosed(1007);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {32_769, 40_000, 65_535, 65_536, 131_072, 1L << 31, 1L << 32, Long.MAX_VALUE})
  void refusesFramesThatAreTooLarge(long length) throws IOException {
    open().send(RawSocket.frame(FIN | TEXT, new byte[16], length, 0x80));
    assertEquals(1009, client.receive().code());
    client.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void refusesLengthsBelowNothing(long length) throws IOException {
    byte[] frame = RawSocket.frame(FIN | TEXT, new byte[16], Long.MAX_VALUE, 0x80);
    for (int i = 0; i < 8; i++) {
      frame[2 + i] = (byte) (length >> (56 - 8 * i));
    }
    open().send(frame);
    assertEquals(1002, client.receive().code());
    client.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 1000, 32_768})
  void refusesMessagesThatAreTooLarge(int more) throws IOException {
    open();
    for (int i = 0; i < 4; i++) {
      client.send(i == 0 ? TEXT : CONTINUATION, payload(32_768));
    }
    client.send(FIN | CONTINUATION, payload(more));
    expectClosed(1009);
  }

  @ParameterizedTest
  @CsvSource({
    "'GET /dev HTTP/1.1~Host: x~~', 426",
    "'GET /dev HTTP/1.1~Host: x~Upgrade: h3~Connection: Upgrade~~', 426",
    "'POST /dev HTTP/1.1~Host: x~Upgrade: websocket~Connection: Upgrade~~', 426",
    "'GET /dev HTTP/1.1~Host: x~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Key:"
        + " dGhlIHNhbXBsZSBub25jZQ==~~', 426",
    "'GET /dev HTTP/1.1~Host: x~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Key:"
        + " dGhlIHNhbXBsZSBub25jZQ==~Sec-WebSocket-Version: 8~~', 426",
    "'GET /dev HTTP/1.1~Host: x~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Version:"
        + " 13~~', 400",
    "'GET /dev HTTP/1.1~Host: x~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Version:"
        + " 13~Sec-WebSocket-Key: short~~', 400",
    "'GET /dev HTTP/1.1~Host: x~Upgrade: websocket~Connection: close~Sec-WebSocket-Version:"
        + " 13~Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==~~', 400",
    "'GET /dev/other HTTP/1.1~Host: x~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Version:"
        + " 13~Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==~~', 403",
    "'GET /prod HTTP/1.1~Host: x~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Version:"
        + " 13~Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==~~', 403",
    "'GET /dev/ HTTP/1.1~Host: x~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Version:"
        + " 13~Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==~~', 101",
    "'GET /dev HTTP/1.1~Host: x~Upgrade: WebSocket~Connection: keep-alive,"
        + " Upgrade~Sec-WebSocket-Version: 13~Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==~~', 101"
  })
  void judgesHandshakes(String lines, int status) throws IOException {
    try (RawSocket raw = RawSocket.connect(service.port())) {
      String head = raw.request(lines.replace("~", "\r\n"));
      assertTrue(head.startsWith("HTTP/1.1 " + status + " "), head);
      assertEquals(status == 101, head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), head);
    }
  }
}
