package io.gatemason.runtime.waf.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tags, attributes and URLs that run scripts, or load what does. */
final class ScriptThreats {
  private static final Set<String> TAGS =
      Set.of(
          "script", "style", "svg", "frameset", "xss", "isindex", "bgsound", "vmlframe", "ilayer");

  /** Tags that are harmless without one of these attributes. */
  private static final Map<String, Set<String>> TAGS_WITH =
      Map.ofEntries(
          Map.entry("iframe", Set.of("src", "srcdoc", "name")),
          Map.entry("frame", Set.of("src")),
          Map.entry("object", Set.of("data", "classid", "type", "code", "codebase")),
          Map.entry("embed", Set.of("src", "code", "type")),
          Map.entry("applet", Set.of("code", "codebase", "archive", "object")),
          Map.entry("base", Set.of("href")),
          Map.entry("meta", Set.of("http-equiv")),
          Map.entry("xml", Set.of("src", "id", "datasrc")),
          Map.entry("import", Set.of("namespace", "implementation")),
          Map.entry("handler", Set.of("event", "ev:event")),
          Map.entry("listener", Set.of("event", "ev:event")),
          Map.entry("portal", Set.of("src")));

  private static final Set<String> URL_ATTRIBUTES =
      Set.of(
          "href",
          "src",
          "action",
          "formaction",
          "data",
          "background",
          "poster",
          "code",
          "codebase",
          "classid",
          "archive",
          "cite",
          "content",
          "dynsrc",
          "lowsrc",
          "datasrc",
          "icon",
          "manifest",
          "longdesc",
          "profile",
          "usemap",
          "xmlns",
          "folder",
          "to",
          "from",
          "by",
          "values",
          "ping",
          "handler",
          "srcset",
          "template");

  private static final List<String> SCRIPT_URLS =
      List.of(
          "javascript:",
          "vbscript:",
          "livescript:",
          "jscript:",
          "mocha:",
          "data:text/html",
          "data:text/xml",
          "data:text/javascript",
          "data:image/svg",
          "data:application/xml",
          "data:application/xhtml",
          "data:application/javascript");

  private static final Map<String, String> NAMED_SIGNS =
      Map.of("&colon;", ":", "&tab;", "", "&newline;", "");

  private static final List<String> STYLES =
      List.of("expression(", "javascript:", "vbscript:", "-moz-binding", "behavior:url(");

  private static final int SHORTEST_EVENT = "oncut".length();

  private ScriptThreats() {}

  static boolean isTag(String tag) {
    return TAGS.contains(tag);
  }

  /** Whether an attribute makes a tag run or load something. */
  static boolean isAttribute(String tag, String name, byte[] value) {
    return (isEvent(name) && value.length > 0)
        || TAGS_WITH.getOrDefault(tag, Set.of()).contains(name)
        || (tag.equals("link") && name.equals("rel") && isStyleOrImport(value))
        || (name.equals("style") && isStyle(value))
        || name.equals("srcdoc")
        || (name.equals("attributename") && isEvent(condensed(value)))
        || (URL_ATTRIBUTES.contains(name.substring(name.indexOf(':') + 1)) && isUrl(value));
  }

  /** Whether a name is that of an event: all of them begin alike. */
  static boolean isEvent(String name) {
    return name.length() >= SHORTEST_EVENT
        && name.startsWith("on")
        && name.chars().allMatch(Letters::isLetter);
  }

  private static boolean isStyleOrImport(byte[] value) {
    String relation = condensed(value);
    return relation.contains("stylesheet") || relation.contains("import");
  }

  private static boolean isStyle(byte[] value) {
    String style = condensed(StyleEscapes.decoded(withoutComments(HtmlEntities.decoded(value))));
    return STYLES.stream().anyMatch(style::contains);
  }

  private static byte[] withoutComments(byte[] style) {
    return new String(Comments.replaced(style), StandardCharsets.ISO_8859_1)
        .replace(" ", "")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether a URL, or the one of a refresh, is of a kind that browsers run. */
  static boolean isUrl(byte[] value) {
    String url = condensed(HtmlEntities.decoded(value));
    int refresh = url.indexOf("url=");
    return beginsWithScript(url)
        || (refresh >= 0
            && beginsWithScript(url.substring(refresh + 4).replaceFirst("^['\"]", "")));
  }

  private static boolean beginsWithScript(String url) {
    // Old browsers take a back quote for a quote.
    String bare = url.startsWith("`") ? url.substring(1) : url;
    return SCRIPT_URLS.stream().anyMatch(bare::startsWith);
  }

  /**
   * Whether a whole text is such a URL, not a sentence that begins with the name of a language:
   * something is called or assigned.
   */
  static boolean isUrlWithCode(byte[] text) {
    if (!beginsWithScript(condensed(HtmlEntities.decoded(text)))) {
      return false;
    }
    String code = new String(HtmlEntities.decoded(text), StandardCharsets.ISO_8859_1);
    return code.indexOf('=') >= 0 || code.indexOf('`') >= 0 || calls(code) || isData(text);
  }

  /** Whether a parenthesis stands directly behind a name, which it does not in a sentence. */
  private static boolean calls(String code) {
    for (int i = code.indexOf('('); i >= 0; i = code.indexOf('(', i + 1)) {
      char before = i == 0 ? ' ' : code.charAt(i - 1);
      if (Character.isLetterOrDigit(before) || "_$])/".indexOf(before) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isData(byte[] text) {
    return condensed(text).startsWith("data:");
  }

  /** In lower case, without what browsers ignore in a URL: blanks and control characters. */
  private static String condensed(byte[] value) {
    Output output = new Output(value.length);
    for (byte each : value) {
      if (each < 0 || each > ' ') {
        output.add(each);
      }
    }
    String text = new String(output.bytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> sign : NAMED_SIGNS.entrySet()) {
      text = text.replace(sign.getKey(), sign.getValue());
    }
    return text;
  }
}
