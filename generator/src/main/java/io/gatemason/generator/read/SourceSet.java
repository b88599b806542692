package io.gatemason.generator.read;

import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found in a source folder. Immutable.
 *
 * @param documents the API documents, by file name
 * @param templates the CloudFormation and SAM templates, by file name, then the resources that
 *     documents hold themselves; as written
 * @param functions the functions that templates declare
 * @param inputs every file that was read, also those that are neither
 */
public record SourceSet(
    List<ApiDocument> documents,
    List<CloudFormationTemplate> templates,
    List<FunctionDefinition> functions,
    List<Path> inputs) {

  public SourceSet {
    documents = List.copyOf(documents);
    templates = List.copyOf(templates);
    functions = List.copyOf(functions);
    inputs = List.copyOf(inputs);
  }
}
