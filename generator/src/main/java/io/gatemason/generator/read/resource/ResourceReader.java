package io.gatemason.generator.read.resource;

import java.util.List;

/**
 * Reads the resources of some types of a template into the service. Whatever it neither takes nor
 * calls a description is reported for it. Implementations have no state.
 */
public interface ResourceReader {

  /** The types that it reads, such as {@code AWS::ApiGateway::Stage}. */
  List<String> types();

  /** The properties that mean something for the service. */
  Properties takes();

  /** The properties that only describe, or decide over the managed service's own machines. */
  default Properties describes() {
    return Properties.of("Description", "Tags");
  }

  /** Reads one resource, which is there by its condition; what is wrong is reported. */
  void read(TemplateResource resource, ServiceDraft draft);
}
