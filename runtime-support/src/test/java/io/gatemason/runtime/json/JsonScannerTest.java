package io.gatemason.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scanner against Jackson: the same bytes accepted, the same values read. */
@Timeout(120)
class JsonScannerTest {
  private static final JsonMapper JACKSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final int MUTANTS = 60_000;
  private static final String ALPHABET = "{}[]\",:\\u0aeE+-.19 tfn\u00e9\u20ac\ud83d\ude00";

  private static final List<String> SEEDS =
      List.of(
          "{\"id\":4711,\"name\":\"Rex\",\"price\":249.990,\"tags\":[\"dog\",\"big\"]}",
          "[0,-0,-1.5e3,1E400,12345678901234567890,0.000000000000000001,true,false,null]",
          " { \"a\\u00e9\\n\" : [ [ ] , { } ] , \"\" : \"\u00e9\u20ac\ud83d\ude00 plain and long\" }\n",
          "{\"a\":1,\"a\":{\"a\":[\"\\ud83d\\ude00\",\"\\ud800\",\"\\/\\\\\\\"\\b\\f\\r\\t\"]}}",
          "\"a string that is longer than one word of eight bytes \\u0000\"",
          "-123456789012345678.901234567890123456789E-20");

  @Test
  void readsWhatJacksonReadsOfMutatedTexts() {
    Random random = new Random(20_260_401);
    int accepted = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] text = SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8);
      if (compare(mutate(text, random))) {
        accepted++;
      }
    }
    assertTrue(accepted > MUTANTS / 10, accepted + " accepted");
    assertTrue(accepted < MUTANTS * 9 / 10, accepted + " accepted");
  }

  @Test
  void readsWhatJacksonReadsOfThePublicSuite() throws IOException {
    Path folder =
        Path.of(System.getProperty("gatemason.shared", "../shared"), "suites/json-parsing");
    assumeTrue(Files.isDirectory(folder), "no suites/json-parsing below gatemason.shared");
    int count = 0;
    Random random = new Random(20_260_402);
    try (Stream<Path> files = Files.list(folder.resolve("test_parsing"))) {
      for (Path file : files.sorted().toList()) {
        byte[] text = Files.readAllBytes(file);
        compare(text);
        for (int i = 0; i < 50 && text.length < 1000; i++) {
          compare(mutate(text, random));
        }
        count++;
      }
    }
    assertTrue(count > 300, "only " + count + " files");
  }

  @Test
  void findsKnownTextsOfEveryLength() {
    List<String> known = new ArrayList<>();
    for (int length = 0; length < 40; length++) {
      known.add("x".repeat(length) + "ab");
      known.add("x".repeat(length) + "ac");
    }
    TextTable table = TextTable.of(known);
    for (int i = 0; i < known.size(); i++) {
      assertEquals(i, index(table, "\"" + known.get(i) + "\""));
      assertEquals(i, index(table, "[\"" + known.get(i) + "\", \"and more\"]"));
      assertEquals(i, index(table, "\"\\u" + escape(known.get(i)) + "\""));
      assertEquals(-1, index(table, "\"" + known.get(i) + "d\""));
      assertEquals(-1, index(table, "\"" + known.get(i).replace('a', 'y') + "\""));
    }
  }

  @Test
  void findsNamesWhateverIsGuessed() {
    List<String> known =
        List.of(
            "", "a", "a\"b", "a\\b", "a\u0001", "eight888", "eight8889", "\u00e9", "x".repeat(30));
    TextTable table = TextTable.of(known);
    for (int guess = 0; guess <= known.size(); guess++) {
      for (int i = 0; i < known.size(); i++) {
        for (String after : List.of(":1}", " : 1, \"and a longer one\": 2}")) {
          String json = "{" + TextNode.valueOf(known.get(i)) + after;
          JsonScanner scanner = new JsonScanner(bytes(json));
          scanner.value();
          assertEquals(i, scanner.member(true, table, guess), json + " guessed " + guess);
          assertEquals(JsonTokenId.ID_NUMBER_INT, scanner.value());
        }
      }
      JsonScanner unknown = new JsonScanner(bytes("{\"eight88\":1}"));
      unknown.value();
      assertEquals(JsonScanner.UNKNOWN, unknown.member(true, table, guess));
      assertEquals("eight88", unknown.text().toString());
      JsonScanner wrong = new JsonScanner(bytes("{\"a\"b\":1}"));
      wrong.value();
      int index = guess;
      assertThrows(JsonFormatException.class, () -> wrong.member(true, table, index));
    }
  }

  @Test
  void refusesNestingBeyondTheLimit() {
    String open = "[".repeat(JsonScanner.MAX_DEPTH);
    String close = "]".repeat(JsonScanner.MAX_DEPTH);
    assertTrue(scan(bytes(open + close)).isPresent());
    assertThrows(JsonFormatException.class, () -> skipAll(bytes("[" + open + close + "]")));
  }

  @Test
  void refusesNumbersOfTooManyDigits() {
    assertTrue(scan(bytes("1".repeat(JsonNumber.MAX_DIGITS))).isPresent());
    assertFalse(scan(bytes("1".repeat(JsonNumber.MAX_DIGITS + 1))).isPresent());
  }

  private static String escape(String text) {
    return String.format("%04x", (int) text.charAt(0)) + text.substring(1);
  }

  private static int index(TextTable table, String json) {
    JsonScanner scanner = new JsonScanner(bytes(json));
    if (scanner.value() == JsonTokenId.ID_START_ARRAY) {
      scanner.item(true);
    }
    return scanner.indexIn(table);
  }

  /** Answers whether the text was accepted. */
  private static boolean compare(byte[] text) {
    Optional<JsonNode> expected = isUtf8(text) ? jackson(text) : Optional.empty();
    Optional<JsonNode> actual = scan(text);
    assertEquals(expected, actual, () -> new String(text, StandardCharsets.ISO_8859_1));
    boolean skipped = true;
    try {
      skipAll(text);
    } catch (JsonFormatException e) {
      skipped = false;
    }
    assertEquals(skipped, actual.isPresent() || jacksonSkips(text));
    return actual.isPresent();
  }

  private static boolean isUtf8(byte[] text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return text.length < 2 || text[0] != 0 && text[1] != 0;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Optional<JsonNode> jackson(byte[] text) {
    try {
      JsonNode tree = JACKSON.readTree(text);
      return tree.isMissingNode() ? Optional.empty() : Optional.of(decimals(tree));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** An exponent beyond BigDecimal is only refused where the number is looked at. */
  private static boolean jacksonSkips(byte[] text) {
    if (!isUtf8(text)) {
      return false;
    }
    try (var parser = JACKSON.createParser(text)) {
      boolean any = parser.nextToken() != null;
      parser.skipChildren();
      return any && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static JsonNode decimals(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(e -> object.set(e.getKey(), decimals(e.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(decimals(item)));
      return array;
    }
    return node.isNumber() ? decimal(node.decimalValue()) : node;
  }

  private static JsonNode decimal(BigDecimal value) {
    return DecimalNode.valueOf(value);
  }

  private static Optional<JsonNode> scan(byte[] text) {
    try {
      skipAll(text);
      JsonScanner scanner = new JsonScanner(text);
      JsonNode value = value(scanner, scanner.value());
      scanner.end();
      return Optional.of(value);
    } catch (JsonFormatException e) {
      return Optional.empty();
    }
  }

  private static void skipAll(byte[] text) {
    JsonScanner scanner = new JsonScanner(text);
    int kind = scanner.value();
    if (kind == JsonTokenId.ID_START_OBJECT || kind == JsonTokenId.ID_START_ARRAY) {
      scanner.skip(kind, 1);
    }
    scanner.end();
  }

  private static JsonNode value(JsonScanner scanner, int kind) {
    return switch (kind) {
      case JsonTokenId.ID_START_OBJECT -> object(scanner);
      case JsonTokenId.ID_START_ARRAY -> array(scanner);
      case JsonTokenId.ID_STRING -> TextNode.valueOf(scanner.text().toString());
      case JsonTokenId.ID_TRUE -> BooleanNode.TRUE;
      case JsonTokenId.ID_FALSE -> BooleanNode.FALSE;
      case JsonTokenId.ID_NULL -> NullNode.getInstance();
      default -> number(scanner);
    };
  }

  private static JsonNode number(JsonScanner scanner) {
    BigDecimal exact = scanner.decimal();
    if (scanner.isShort()) {
      assertEquals(exact, BigDecimal.valueOf(scanner.digits(), scanner.scale()));
    }
    return decimal(exact);
  }

  private static JsonNode object(JsonScanner scanner) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (boolean first = true; scanner.member(first); first = false) {
      String name = scanner.text().toString();
      object.set(name, value(scanner, scanner.value()));
    }
    return object;
  }

  private static JsonNode array(JsonScanner scanner) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int kind = scanner.item(true);
    while (kind != JsonTokenId.ID_END_ARRAY) {
      array.add(value(scanner, kind));
      kind = scanner.item(false);
    }
    return array;
  }

  private static byte[] mutate(byte[] text, Random random) {
    byte[] mutant = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(mutant.length + 1);
      int cut = random.nextInt(4) == 0 ? random.nextInt(mutant.length - at + 1) : random.nextInt(2);
      int kept = Math.min(mutant.length, at + cut);
      byte[] added =
          switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> Arrays.copyOfRange(mutant, at / 2, at);
            default -> bytes(one(random));
          };
      byte[] next = Arrays.copyOf(mutant, at + added.length + mutant.length - kept);
      System.arraycopy(added, 0, next, at, added.length);
      System.arraycopy(mutant, kept, next, at + added.length, mutant.length - kept);
      mutant = next;
    }
    return mutant;
  }

  private static String one(Random random) {
    int from =
        ALPHABET.offsetByCodePoints(
            0, random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length())));
    return Character.toString(ALPHABET.codePointAt(from));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
