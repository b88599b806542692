package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;

/** The URIs by which a gateway invokes what templates declare. */
final class FunctionUri {
  private static final String API = "arn:${AWS::Partition}:apigateway:${AWS::Region}:";
  private static final String FUNCTIONS = "lambda:path/2015-03-31/functions/";
  private static final String STREAMED = "lambda:path/2021-11-15/functions/";

  private FunctionUri() {}

  /** That of a function of the template; of its alias, where it has one. */
  static ObjectNode of(TemplateResource function, Range range, boolean streamed) {
    String alias =
        function.fields().text("AutoPublishAlias").map(text -> ":" + text.text()).orElse("");
    return sub(
        range,
        (streamed ? STREAMED : FUNCTIONS)
            + "${"
            + function.logicalId()
            + ".Arn}"
            + alias
            + (streamed ? "/response-streaming-invocations" : "/invocations"));
  }

  /** That of a function whose ARN is written somewhere. */
  static ObjectNode of(Node arn) {
    Range range = arn.range();
    ObjectNode values = new ObjectDraft(range).put("FunctionArn", arn).build();
    ScalarNode text = ScalarNode.computed(range, API + FUNCTIONS + "${FunctionArn}/invocations");
    return ObjectDraft.sub(range, new ArrayNode(range, "", List.of(text, values)));
  }

  /** That of an action of a service. */
  static ObjectNode sub(Range range, String rest) {
    return ObjectDraft.sub(range, ScalarNode.computed(range, API + rest));
  }
}
