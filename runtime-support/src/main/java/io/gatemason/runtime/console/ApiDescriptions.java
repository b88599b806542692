package io.gatemason.runtime.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the documents say of the APIs, as the generator has put it down beside the code. Immutable.
 */
final class ApiDescriptions {
  /** Where the generator puts it. */
  static final String RESOURCE = "META-INF/gatemason/apis.json";

  private static final System.Logger LOG = System.getLogger(ApiDescriptions.class.getName());

  private final Map<String, JsonNode> byId;

  private ApiDescriptions(Map<String, JsonNode> byId) {
    this.byId = byId;
  }

  /** Reads all descriptions; of two of one API the first one counts. */
  static ApiDescriptions load(ClassLoader code) {
    Map<String, JsonNode> byId = new TreeMap<>();
    try {
      for (URL file : Collections.list(code.getResources(RESOURCE))) {
        try (InputStream in = file.openStream()) {
          Json.read(in.readAllBytes())
              .path("apis")
              .forEach(api -> byId.putIfAbsent(api.path("id").asText(), api));
        }
      }
    } catch (IOException | JsonFormatException e) {
      LOG.log(System.Logger.Level.WARNING, "console: {0} cannot be read: {1}", RESOURCE, e);
    }
    return new ApiDescriptions(byId);
  }

  /** What is known of an API; an empty object for nothing. */
  JsonNode of(String apiId) {
    return byId.getOrDefault(apiId, JsonNodeFactory.instance.objectNode());
  }
}
