package io.gatemason.generator.read.resource;

import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stack inside of a stack. Its template is read where it lies in the source folder, as one of its
 * own: values that are passed to it are not (docs/behaviour/resources.md#nested).
 */
public final class NestedStackReader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");
  }

  @Override
  public Properties takes() {
    return Properties.ANYTHING;
  }

  @Override
  public Properties describes() {
    return Properties.ANYTHING;
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    Optional<Node> parameters = fields.written("Parameters");
    boolean local =
        Stream.of("TemplateURL", "Location")
            .flatMap(name -> fields.written(name).flatMap(resource::valueIfKnown).stream())
            .flatMap(node -> node.asScalar().map(ScalarNode::text).stream())
            .anyMatch(text -> !text.startsWith("http") && !text.startsWith("s3://"));
    if (local && parameters.isPresent()) {
      resource.report(
          ResourceCodes.GM2226,
          parameters.get().range(),
          "parameters of a nested stack are not passed to its template",
          "give them to the build, with -Dgatemason.parameters.Name=…");
    }
  }
}
