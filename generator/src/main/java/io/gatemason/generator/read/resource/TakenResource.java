package io.gatemason.generator.read.resource;

import java.util.List;

/**
 * Resources that are read together with the API that they belong to.
 *
 * @param types their types
 * @param takes what is read
 * @param describes what only describes
 */
public record TakenResource(List<String> types, Properties takes, Properties describes)
    implements ResourceReader {

  /** Resources of one type, which have a description at most. */
  public static TakenResource of(String type, Properties takes) {
    return new TakenResource(List.of(type), takes, Properties.of("Description", "Tags"));
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    // The API reads them.
  }
}
