package io.gatemason.runtime.waf.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A character of these texts is a byte. */
class TextTransformationTest {
  @Test
  void changesTheCaseOfAsciiOnly() {
    assertBecomes("abcxyz@[`{ä1", "AbCXYz@[`{ä1", TextTransformation.LOWERCASE);
    assertBecomes("ABCXYZ@[`{ä1", "AbCxyz@[`{ä1", TextTransformation.UPPERCASE);
    assertBecomes("ABCXYZÄ", "ABCxyzÄ", TextTransformation.UPPERCASE);
    assertBecomes("As It Is", "As It Is", TextTransformation.NONE);
  }

  @Test
  void treatsBlanksAlike() {
    assertBecomes(" Test Case ", "  Test  \t Case  ", TextTransformation.COMPRESS_WHITE_SPACE);
    assertBecomes("a b c", "a\t\n\u000b\f\rb\u00a0c", TextTransformation.COMPRESS_WHITE_SPACE);
    assertBecomes("a\0b", "a\0b", TextTransformation.COMPRESS_WHITE_SPACE);
    assertBecomes("TestCase", " Test \t\u00a0 Case\r\n", TextTransformation.REMOVE_WHITESPACE);
    assertBecomes("a b", " \t\u00a0a b\r\n", TextTransformation.TRIM);
    assertBecomes("a b\r\n", " \t\u00a0a b\r\n", TextTransformation.TRIM_LEFT);
    assertBecomes(" \t\u00a0a b", " \t\u00a0a b\r\n", TextTransformation.TRIM_RIGHT);
    assertBecomes("", " \t ", TextTransformation.TRIM);
    assertBecomes("", " \t ", TextTransformation.TRIM_LEFT);
    assertBecomes("", " \t ", TextTransformation.TRIM_RIGHT);
  }

  @Test
  void decodesUrlsOnceAndKeepsWhatIsNoEscape() {
    assertBecomes("a b<c", "a+b%3Cc", TextTransformation.URL_DECODE);
    assertBecomes("%0g ", "%0g%20", TextTransformation.URL_DECODE);
    assertBecomes("% ", "%%20", TextTransformation.URL_DECODE);
    assertBecomes("%41", "%2541", TextTransformation.URL_DECODE);
    assertBecomes("\0ÿ%%2", "%00%ff%%2", TextTransformation.URL_DECODE);
    assertBecomes("%u0041", "%u0041", TextTransformation.URL_DECODE);
  }

  @Test
  void decodesWideCharactersOfUrls() {
    assertBecomes("<script", "%uff1cscript", TextTransformation.URL_DECODE_UNI);
    assertBecomes("A", "%u0041", TextTransformation.URL_DECODE_UNI);
    assertBecomes("AA <", "%U0041%41+%u013c", TextTransformation.URL_DECODE_UNI);
    assertBecomes("!~", "%uff01%uFF5E", TextTransformation.URL_DECODE_UNI);
    assertBecomes("\0_", "%uff00%uff5f", TextTransformation.URL_DECODE_UNI);
    assertBecomes("%u000g%u00%u", "%u000g%u00%u", TextTransformation.URL_DECODE_UNI);
  }

  @Test
  void decodesCharacterReferences() {
    assertBecomes(
        "\"\u00a0<>&", "&quot;&nbsp;&lt;&gt;&amp;", TextTransformation.HTML_ENTITY_DECODE);
    assertBecomes("AAB", "&#x41;&#X0041;&#66;", TextTransformation.HTML_ENTITY_DECODE);
    assertBecomes("<<a>>A b", "&lt<a&gt>&#65 b", TextTransformation.HTML_ENTITY_DECODE);
    assertBecomes("<&;Ag;", "&LT;&AMP;;&#65g;", TextTransformation.HTML_ENTITY_DECODE);
    assertBecomes("&lt;", "&amp;lt;", TextTransformation.HTML_ENTITY_DECODE);
    String none = "&copy;&ltscript;&#;&#x;&#xg;&#a;& &";
    assertBecomes(none, none, TextTransformation.HTML_ENTITY_DECODE);
    assertBecomes("A", "&#" + "0".repeat(5000) + "65;", TextTransformation.HTML_ENTITY_DECODE);
  }

  @Test
  void simplifiesCommandLines() {
    for (TextTransformation windows :
        new TextTransformation[] {TextTransformation.CMD_LINE, TextTransformation.CMD_LINE_WIN}) {
      assertBecomes("command/c dir", "C^OMMAND /C DIR", windows);
      assertBecomes("cmd/c", "cmd,/c", windows);
      assertBecomes("cmd/c dir", "\"c\\m^d\" \t;/c\r\n 'dir'", windows);
      assertBecomes("a(b c ", "a ,(b,;c;", windows);
    }
    assertBecomes(
        "/bin/cat/etc/passwd", "/b'i'n/c\\at /etc/\"pass\"wd", TextTransformation.CMD_LINE_UNIX);
    assertBecomes("a^,b c", "A^,B;;C", TextTransformation.CMD_LINE_UNIX);
  }

  @Test
  void decodesBase64UpToWhatIsNone() {
    assertBecomes("<script>", "PHNjcmlwdD4=", TextTransformation.BASE64_DECODE);
    assertBecomes("a", "YQ", TextTransformation.BASE64_DECODE);
    assertBecomes("abc", "YWJj*YWJj", TextTransformation.BASE64_DECODE);
    assertBecomes("", "P.HNjcmlwdD4=", TextTransformation.BASE64_DECODE);
    assertBecomes("<script>", "P.HNjcmlwdD4=", TextTransformation.BASE64_DECODE_EXT);
    assertBecomes("<script>", "P H\nN=j cmlw-dD4", TextTransformation.BASE64_DECODE_EXT);
    assertBecomes("ÿÿÿ", "////", TextTransformation.BASE64_DECODE);
  }

  @Test
  void decodesHexadecimalDigits() {
    assertBecomes("ABC", "414243", TextTransformation.HEX_DECODE);
    assertBecomes("AJÿ", "414aFf4", TextTransformation.HEX_DECODE);
    assertBecomes("A", "41-42", TextTransformation.HEX_DECODE);
    assertBecomes("ABC", "0x414243", TextTransformation.SQL_HEX_DECODE);
    assertBecomes("(ABC) A4 0x", "(0X414243) 0x414 0x", TextTransformation.SQL_HEX_DECODE);
    assertBecomes("0x4g 10xg", "0x4g 10xg", TextTransformation.SQL_HEX_DECODE);
  }

  @Test
  void digestsAreBytes() {
    assertArrayEquals(
        HexFormat.of().parseHex("900150983cd24fb0d6963f7d28e17f72"),
        TextTransformation.MD5.apply(bytes("abc")));
    assertArrayEquals(
        HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        TextTransformation.SHA256.apply(bytes("abc")));
  }

  @Test
  void takesCommentsAway() {
    assertBecomes("Before After", "Before/* x */After", TextTransformation.REPLACE_COMMENTS);
    assertBecomes("Before  ", "Before /* x", TextTransformation.REPLACE_COMMENTS);
    assertBecomes("a */b  c ", "a */b/**//*/*/c/*", TextTransformation.REPLACE_COMMENTS);
    assertBecomes("  ", "/*/ *//*", TextTransformation.REPLACE_COMMENTS);
    assertBecomes("abc", "a/*b*/c", TextTransformation.REMOVE_COMMENTS_CHAR);
    assertBecomes("a-b/c*d", "a---b#/c*d", TextTransformation.REMOVE_COMMENTS_CHAR);
  }

  @Test
  void takesNullsAway() {
    assertBecomes(" a  b", "\0a\0\0b", TextTransformation.REPLACE_NULLS);
    assertBecomes("ab", "\0a\0\0b\0", TextTransformation.REMOVE_NULLS);
  }

  @Test
  void decodesEscapesOfC() {
    assertBecomes(
        "\u0007\b\f\n\r\t\u000b\\?'\"",
        "\\a\\b\\f\\n\\r\\t\\v\\\\\\?\\'\\\"",
        TextTransformation.ESCAPE_SEQ_DECODE);
    assertBecomes("AÿA\nS\0", "\\x41\\XfF\\101\\12\\123\\0", TextTransformation.ESCAPE_SEQ_DECODE);
    assertBecomes("\n3¶", "\\0123\\666", TextTransformation.ESCAPE_SEQ_DECODE);
    String none = "\\q\\8\\xg\\x4\\u0041\\";
    assertBecomes(none, none, TextTransformation.ESCAPE_SEQ_DECODE);
  }

  @Test
  void decodesEscapesOfScripts() {
    for (TextTransformation script :
        new TextTransformation[] {TextTransformation.JS_DECODE, TextTransformation.JS_DECODE_EXT}) {
      assertBecomes("A", "\\x41", script);
      assertBecomes("B", "\\102", script);
      assertBecomes("<<A", "\\u003c\\uFF1C\\u0141", script);
      assertBecomes("q\\", "\\q\\", script);
      assertBecomes("\n\t\u0007'\"\\", "\\n\\t\\a\\'\\\"\\\\", script);
      assertBecomes("ÿ 7x4u00g", "\\377\\407\\x4\\u00g", script);
    }
    assertBecomes("<u{}u{110000}", "\\u{3c}\\u{}\\u{110000}", TextTransformation.JS_DECODE_EXT);
    assertBecomes("u{3c}u{3c", "\\u{3c}\\u{3c", TextTransformation.JS_DECODE);
    assertBecomes("u{3c", "\\u{3c", TextTransformation.JS_DECODE_EXT);
  }

  @Test
  void decodesEscapesOfStyles() {
    assertBecomes("javascript", "ja\\vascript", TextTransformation.CSS_DECODE);
    assertBecomes("Axy", "\\41 x\\\ny", TextTransformation.CSS_DECODE);
    assertBecomes("A A g", "\\000041  \\141  g", TextTransformation.CSS_DECODE);
    assertBecomes("<\n<", "\\ff1c\\a \\00ff1c", TextTransformation.CSS_DECODE);
    assertBecomes("\u001c\u001c", "\\1ff1c\\1fff1c", TextTransformation.CSS_DECODE);
    assertBecomes("A1", "\\0000411", TextTransformation.CSS_DECODE);
    assertBecomes("ab", "a\\62", TextTransformation.CSS_DECODE);
    assertBecomes("a", "a\\", TextTransformation.CSS_DECODE);
  }

  @Test
  void normalizesPaths() {
    for (TextTransformation path :
        new TextTransformation[] {
          TextTransformation.NORMALIZE_PATH, TextTransformation.NORMALIZE_PATH_WIN
        }) {
      assertBecomes("/a/c/d", "/a/./b/../c//d", path);
      assertBecomes("../foo", "dir/../../foo", path);
      assertBecomes("", "./", path);
      assertBecomes("", ".", path);
      assertBecomes("", "a/../", path);
      assertBecomes("/", "/", path);
      assertBecomes("/", "/a/../..", path);
      assertBecomes("/foo", "/../../foo", path);
      assertBecomes("..", "..", path);
      assertBecomes("../", ".././", path);
      assertBecomes("../../b/", "../../a/../b//", path);
      assertBecomes("foo/bar", "foo/bar/.", path);
      assertBecomes("foo", "foo/bar/..", path);
      assertBecomes("foo/", "foo/bar/../", path);
      assertBecomes("/.a/..b/...", "/.a/..b/...", path);
    }
    assertBecomes("/dir/foo/bar", "\\dir\\foo\\\\bar", TextTransformation.NORMALIZE_PATH_WIN);
    assertBecomes("a\\..\\b", "a\\..\\b", TextTransformation.NORMALIZE_PATH);
    assertBecomes("b", "a\\..\\b", TextTransformation.NORMALIZE_PATH_WIN);
  }

  @Test
  void writesCharactersAsEscapes() {
    assertUtf8("a%u00e9%u20ac%u1f600%u10ffff", "aé€😀\udbff\udfff");
    String none = "\u00c3\u00c3(\u00c0\u0080\u00ed\u00a0\u0080\u00f5\u0080\u0080\u0080\u00e2\u0082";
    assertBecomes(none, none, TextTransformation.UTF8_TO_UNICODE);
  }

  @Test
  void orderMatters() {
    byte[] text = bytes("%41DMIN");
    assertArrayEquals(
        bytes("admin"),
        TextTransformation.LOWERCASE.apply(TextTransformation.URL_DECODE.apply(text)));
    assertArrayEquals(
        bytes("Admin"),
        TextTransformation.URL_DECODE.apply(TextTransformation.LOWERCASE.apply(text)));
  }

  @ParameterizedTest
  @EnumSource
  void anyBytesAreTransformedWithinBounds(TextTransformation transformation) {
    String alphabet =
        "\\\\%%&&##//..**--uxXU{}0041fFgn;+^, \n('\"=\0lt\u00c3\u00a9\u00f0\u009f\u00a0";
    Random random = new Random(71);
    for (int run = 0; run < 20_000; run++) {
      byte[] text = new byte[random.nextInt(40)];
      for (int i = 0; i < text.length; i++) {
        text[i] =
            (byte)
                (run % 4 == 0
                    ? random.nextInt(256)
                    : alphabet.charAt(random.nextInt(alphabet.length())));
      }
      byte[] before = text.clone();
      byte[] changed = transformation.apply(text);
      assertArrayEquals(before, text);
      assertTrue(
          changed.length <= most(transformation, text.length), () -> Arrays.toString(before));
      if (Arrays.equals(changed, text)) {
        assertSame(text, changed);
      }
    }
  }

  private static int most(TextTransformation transformation, int length) {
    return switch (transformation) {
      case MD5 -> 16;
      case SHA256 -> 32;
      case UTF8_TO_UNICODE -> 3 * length;
      default -> length;
    };
  }

  private static void assertUtf8(String expected, String text) {
    byte[] changed =
        TextTransformation.UTF8_TO_UNICODE.apply(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(expected, new String(changed, StandardCharsets.ISO_8859_1));
  }

  private static void assertBecomes(
      String expected, String text, TextTransformation transformation) {
    byte[] bytes = bytes(text);
    byte[] changed = transformation.apply(bytes);
    assertEquals(expected, new String(changed, StandardCharsets.ISO_8859_1));
    if (expected.equals(text)) {
      assertSame(bytes, changed);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
