package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.ResponseBody;
import io.gatemason.generator.model.waf.RuleAction;
import io.gatemason.generator.model.waf.RuleAction.CustomResponse;
import io.gatemason.generator.model.waf.RuleAction.Header;
import io.gatemason.generator.model.waf.RuleSet;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers of web ACLs and headers that they add ({@code
 * docs/behaviour/web-acls.md#custom-responses}).
 */
final class Responses implements ServiceCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._$-]{1,64}");
  private static final Pattern VALUE = Pattern.compile("[ -~]{1,255}");
  private static final int LONGEST_BODY = 10_240;
  private static final int MOST_HEADERS = 10;
  private static final Set<Integer> CODES =
      Set.of(
          200, 201, 202, 204, 206, 300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 408,
          409, 411, 412, 413, 414, 415, 416, 421, 429, 500, 501, 502, 503, 504, 505);

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RuleSet set : RuleSets.all(service)) {
      set.bodies().values().forEach(body -> check(body, diagnostics));
      RuleSets.actions(set).forEach(action -> check(action, set, diagnostics));
    }
  }

  private static void check(ResponseBody body, Diagnostics diagnostics) {
    int length = body.content().value().length();
    if (length < 1 || length > LONGEST_BODY) {
      report(
          body.content().range(),
          "a body has 1 to " + LONGEST_BODY + " characters, and not " + length,
          "write a shorter body",
          diagnostics);
    }
  }

  private static void check(RuleAction action, RuleSet set, Diagnostics diagnostics) {
    headers(action.inserted(), diagnostics);
    action.response().ifPresent(response -> check(response, set, diagnostics));
  }

  private static void check(CustomResponse response, RuleSet set, Diagnostics diagnostics) {
    response
        .code()
        .filter(code -> !CODES.contains(code.value()))
        .ifPresent(
            code ->
                report(
                    code.range(),
                    "a web ACL does not answer with \"ResponseCode\" " + code.value(),
                    "write one such as 403, 404, 429 or 503",
                    diagnostics));
    response
        .bodyKey()
        .filter(key -> !set.bodies().containsKey(key.value()))
        .ifPresent(
            key ->
                report(
                    key.range(),
                    "CustomResponseBodies of \""
                        + set.name().value()
                        + "\" have no \""
                        + key.value()
                        + "\"",
                    DidYouMean.closest(key.value(), set.bodies().keySet())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("add the body"),
                    diagnostics));
    headers(response.headers(), diagnostics);
    response.headers().stream()
        .map(Header::name)
        .filter(name -> name.value().equalsIgnoreCase("content-type"))
        .forEach(
            name ->
                report(
                    name.range(),
                    "\"" + name.value() + "\" is said by the body",
                    "remove the header",
                    diagnostics));
  }

  private static void headers(List<Header> headers, Diagnostics diagnostics) {
    Set<String> seen = new HashSet<>();
    for (Header header : headers) {
      Placed<String> name = header.name();
      boolean again = !seen.add(name.value().toLowerCase(Locale.ROOT));
      if (!NAME.matcher(name.value()).matches() || again) {
        report(
            name.range(),
            again
                ? "the header \"" + name.value() + "\" is there twice"
                : "\"" + name.value() + "\" is no name of a header here",
            "names have up to 64 letters, digits, and . _ $ -",
            diagnostics);
      } else if (!VALUE.matcher(header.value().value()).matches() || seen.size() > MOST_HEADERS) {
        report(
            header.value().range(),
            seen.size() > MOST_HEADERS
                ? "there are more than " + MOST_HEADERS + " headers"
                : "the value of a header has 1 to 255 characters of ASCII, none of control",
            "add fewer and shorter headers",
            diagnostics);
      }
    }
  }

  private static void report(Range range, String problem, String hint, Diagnostics diagnostics) {
    diagnostics.report(WebAclCodes.GM2954, range, problem, hint);
  }
}
