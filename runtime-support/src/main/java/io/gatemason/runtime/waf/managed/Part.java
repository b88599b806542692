package io.gatemason.runtime.waf.managed;

import io.gatemason.runtime.waf.Field;
import io.gatemason.runtime.waf.Inspection;
import io.gatemason.runtime.waf.MatchScope;
import io.gatemason.runtime.waf.Oversize;
import io.gatemason.runtime.waf.Selection;
import io.gatemason.runtime.waf.text.TextTransformation;
import java.util.function.Function;

/** A part of a request, as names of managed rules end with it, and their labels. */
enum Part {
  URIPATH("URIPath", Inspection::uriPath),
  QUERYSTRING("QueryString", Inspection::queryString),
  QUERYARGUMENTS("QueryArguments", request -> request.arguments().values()),
  HEADER("Header", request -> request.headers(Selection.ALL, MatchScope.ALL, Oversize.CONTINUE)),
  COOKIE("Cookie", request -> request.cookies(Selection.ALL, MatchScope.ALL, Oversize.CONTINUE)),
  BODY("Body", request -> request.body(Oversize.CONTINUE));

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Functions without a state.
  private final Function<Inspection, Field> field;

  Part(String label, Function<Inspection, Field> field) {
    this.label = label;
    this.field = field;
  }

  /** How labels end with it. */
  String label() {
    return label;
  }

  /** It without escapes of URLs and HTML. */
  Field decoded(Inspection request) {
    return field
        .apply(request)
        .as(TextTransformation.URL_DECODE_UNI, TextTransformation.HTML_ENTITY_DECODE);
  }

  /** It without escapes, in lower case. */
  Field lowered(Inspection request) {
    return decoded(request).as(TextTransformation.LOWERCASE);
  }
}
