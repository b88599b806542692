package io.gatemason.generator.read.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.model.SelectionExpression;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the developer guide, and what stands beside it. */
class SelectionExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$request.body.action | [Body[jsonPath=action]]",
        "${request.body.action} | [Body[jsonPath=action]]",
        "$request.body | [Body[jsonPath=]]",
        "$request.body.data.kinds[0] | [Body[jsonPath=data.kinds[0]]]",
        "$request.body[0].a | [Body[jsonPath=[0].a]]",
        "${request.body.service}/${request.body.action} | "
            + "[Body[jsonPath=service], Literal[text=/], Body[jsonPath=action]]",
        "${request.body.action}-beta | [Body[jsonPath=action], Literal[text=-beta]]",
        "action | [Literal[text=action]]",
        "\\$default | [Literal[text=$default]]",
        "$default | [Literal[text=$default]]",
        "${integration.response.statuscode} | [Status[]]",
        "$integration.response.header.X-Kind | [ResponseHeader[name=X-Kind, multiValue=false]]",
        "${integration.response.multivalueheader.X} | [ResponseHeader[name=X, multiValue=true]]",
      })
  void readsTheExpressionsOfTheGuide(String text, String parts) {
    assertEquals(
        Optional.of(parts), SelectionExpressions.parse(text).map(each -> each.parts().toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$request.path.action",
        "${request.body.action",
        "$",
        "${}",
        "$request.body.a..",
        "$context.routeKey",
        "$request.header.x"
      })
  void refusesVariablesThatThereAreNot(String text) {
    assertEquals(Optional.empty(), SelectionExpressions.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"action,action", "\\$default,$default", "a\\\\b,a\\b"})
  void knowsWhatIsTheSameForAllMessages(String text, String result) {
    assertEquals(
        Optional.of(result),
        SelectionExpressions.parse(text).flatMap(SelectionExpression::constant));
  }
}
