package io.gatemason.generator.model.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessLogFormatTest {

  /** Text as it is, variables with their style in braces. */
  private static String shown(String format) {
    return AccessLogFormat.parse(format, false).parts().stream()
        .map(
            part ->
                part.variable() ? "{" + part.text() + " " + part.style().word() + "}" : part.text())
        .collect(Collectors.joining());
  }

  @Test
  void tellsValuesInQuotationMarksFromOthers() {
    assertEquals(
        "{\"id\":\"{requestId json}\",\"s\":{status jsonValue}}",
        shown("{\"id\":\"$context.requestId\",\"s\":$context.status}"));
    assertEquals(
        "{identity.sourceIp plain} \"{httpMethod quoted} {path quoted}\" {status plain}",
        shown("$context.identity.sourceIp \"$context.httpMethod $context.path\" $context.status"));
    assertEquals(
        "<r id=\"{requestId xml}\">{status xml}</r>",
        shown("<r id=\"$context.requestId\">$context.status</r>"));
    assertEquals(
        "{requestId csv},\"{path csvQuoted}\"", shown("$context.requestId,\"$context.path\""));
  }

  @Test
  void endsNamesWhereTheyEnd() {
    assertEquals(
        "{requestId plain}. {authorizer.claims.sub plain};",
        shown("$context.requestId. $context.authorizer.claims.sub;"));
    assertEquals("$context $contextual $input.body", shown("$context $contextual $input.body"));
  }

  @Test
  void knowsTheFormatsOfTheConsole() {
    assertEquals(
        "{identity.sourceIp plain} {identity.caller plain} {identity.user plain}"
            + " [{requestTime plain}] \"{httpMethod quoted} {resourcePath quoted}"
            + " {protocol quoted}\" {status plain} {responseLength plain} {requestId plain}"
            + " {extendedRequestId plain}",
        shown("CLF"));
    assertEquals(11, variables("JSON", false));
    assertEquals(11, variables("XML", false));
    assertEquals(11, variables("CSV", false));
    for (String format : List.of("CLF", "JSON", "XML", "CSV")) {
      assertEquals(8, variables(format, true), format);
    }
  }

  private static long variables(String format, boolean routes) {
    return AccessLogFormat.parse(format, routes).parts().stream()
        .filter(AccessLogFormat.Part::variable)
        .count();
  }
}
