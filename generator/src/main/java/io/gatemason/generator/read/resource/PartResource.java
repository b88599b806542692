package io.gatemason.generator.read.resource;

import java.util.List;

/**
 * Resources of which the document of an API is made, or to which they add something. They are read
 * with it; here it is only seen that they belong to one.
 *
 * @param type their type
 * @param api the property that names the API
 * @param takes what is read
 * @param describes what only describes
 */
public record PartResource(String type, String api, Properties takes, Properties describes)
    implements ResourceReader {

  @Override
  public List<String> types() {
    return List.of(type);
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    if (draft.apiOf(resource).isEmpty()) {
      resource.fields().required(api);
      draft.api(resource, api);
    }
  }
}
