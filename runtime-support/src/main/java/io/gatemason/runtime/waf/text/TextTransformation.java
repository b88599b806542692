package io.gatemason.runtime.waf.text;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What a statement of a web ACL makes of the text that it looks at, before it does
 * (docs/behaviour/web-acls.md#transformations). Named as in the documents. Each takes linear time;
 * no result is longer than its text, except that of {@link #UTF8_TO_UNICODE}, which is at most
 * three times as long, and digests. Safe for concurrent use.
 */
public enum TextTransformation {
  NONE(text -> text),
  LOWERCASE(Letters::lower),
  UPPERCASE(Letters::upper),
  COMPRESS_WHITE_SPACE(Blanks::compressed),
  REMOVE_WHITESPACE(Blanks::removed),
  TRIM(text -> Blanks.trimmed(text, true, true)),
  TRIM_LEFT(text -> Blanks.trimmed(text, true, false)),
  TRIM_RIGHT(text -> Blanks.trimmed(text, false, true)),
  URL_DECODE(text -> UrlDecoding.of(text, false)),
  URL_DECODE_UNI(text -> UrlDecoding.of(text, true)),
  HTML_ENTITY_DECODE(HtmlEntities::decoded),
  CMD_LINE(CommandLines::ofWindows),
  CMD_LINE_UNIX(CommandLines::ofUnix),
  CMD_LINE_WIN(CommandLines::ofWindows),
  BASE64_DECODE(BinaryText::base64),
  BASE64_DECODE_EXT(BinaryText::base64AmongOthers),
  HEX_DECODE(BinaryText::hex),
  SQL_HEX_DECODE(BinaryText::sqlHex),
  MD5(text -> BinaryText.digest("MD5", text)),
  SHA256(text -> BinaryText.digest("SHA-256", text)),
  REPLACE_COMMENTS(Comments::replaced),
  REMOVE_COMMENTS_CHAR(Comments::withoutMarks),
  REPLACE_NULLS(Letters::nullsAsSpaces),
  REMOVE_NULLS(Letters::withoutNulls),
  ESCAPE_SEQ_DECODE(Escapes::ofC),
  JS_DECODE(text -> Escapes.ofScript(text, false)),
  JS_DECODE_EXT(text -> Escapes.ofScript(text, true)),
  CSS_DECODE(StyleEscapes::decoded),
  NORMALIZE_PATH(Paths::normalized),
  NORMALIZE_PATH_WIN(text -> Paths.normalized(Paths.slashed(text))),
  UTF8_TO_UNICODE(UnicodeEscapes::of);

  @SuppressWarnings("ImmutableEnumChecker") // Functions without a state.
  private final UnaryOperator<byte[]> rule;

  TextTransformation(UnaryOperator<byte[]> rule) {
    this.rule = rule;
  }

  /**
   * The text transformed, whatever bytes it has.
   *
   * @param text which is left as it is
   * @return {@code text} itself if nothing changes
   */
  public byte[] apply(byte[] text) {
    byte[] changed = rule.apply(text);
    return Arrays.equals(changed, text) ? text : changed;
  }
}
