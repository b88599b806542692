package io.gatemason.generator.model.service;

/**
 * The identity of a template's resource: logical ids belong to the template that declares them.
 * Immutable.
 *
 * @param template the file below the source folder
 * @param logicalId the resource's name in it
 */
public record ResourceId(String template, String logicalId) implements Comparable<ResourceId> {

  @Override
  public int compareTo(ResourceId other) {
    int byTemplate = template.compareTo(other.template);
    return byTemplate != 0 ? byTemplate : logicalId.compareTo(other.logicalId);
  }

  /** {@code template.yaml#Plan}. */
  @Override
  public String toString() {
    return template + "#" + logicalId;
  }
}
