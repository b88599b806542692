package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;

/** Where the document of an API of SAM is: in the template, or in a file. */
final class DefinitionProperties {
  private static final String BODY = "DefinitionBody";
  private static final String URI = "DefinitionUri";

  private DefinitionProperties() {}

  /** Reports an API that has two. */
  static void judge(TemplateResource api) {
    ResourceFields fields = api.fields();
    if (fields.written(BODY).isPresent() && fields.written(URI).isPresent()) {
      api.report(
          ResourceCodes.GM2221,
          fields.written(URI).get().range(),
          "Specify either 'DefinitionUri' or 'DefinitionBody' property and not both",
          "remove one of them");
    }
  }
}
