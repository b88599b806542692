package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.read.cloudformation.IncludeLoader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list of the functions that are evaluated. */
public final class Intrinsics {
  private Intrinsics() {}

  static Map<String, Intrinsic> byName(IncludeLoader includes) {
    return List.of(
            new RefFunction(),
            new GetAttFunction(),
            new SubFunction(),
            new JoinFunction(),
            new SelectFunction(),
            new SplitFunction(),
            new Base64Function(),
            new CidrFunction(),
            new GetAzsFunction(),
            new LengthFunction(),
            new ToJsonStringFunction(),
            new FindInMapFunction(),
            new ImportValueFunction(),
            new IfFunction(),
            new ConditionFunction(),
            new EqualsFunction(),
            new NotFunction(),
            new LogicalFunction("Fn::And", false),
            new LogicalFunction("Fn::Or", true),
            new TransformFunction(includes))
        .stream()
        .collect(Collectors.toMap(Intrinsic::name, Function.identity()));
  }
}
