package io.gatemason.runtime.function.handler;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the caller of a function tells of itself (X-Amz-Client-Context). */
record InvokingClient(JsonNode root) implements ClientContext {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Null if the caller tells nothing, {@code json} being "". */
  static @Nullable ClientContext of(String json) {
    if (json.isEmpty()) {
      return null;
    }
    try {
      return new InvokingClient(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a client context is a JSON text", e);
    }
  }

  @Override
  public @Nullable Client getClient() {
    JsonNode client = root.path("client");
    return client.isObject() ? new App(client) : null;
  }

  @Override
  public Map<String, String> getCustom() {
    return texts(root.path("custom"));
  }

  @Override
  public Map<String, String> getEnvironment() {
    return texts(root.path("env"));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(each -> texts.put(each.getKey(), text(each.getValue())));
    return texts;
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  /** The application on the caller's device. */
  private record App(JsonNode client) implements Client {
    private @Nullable String member(String name) {
      JsonNode value = client.path(name);
      return value.isMissingNode() || value.isNull() ? null : text(value);
    }

    @Override
    public @Nullable String getInstallationId() {
      return member("installation_id");
    }

    @Override
    public @Nullable String getAppTitle() {
      return member("app_title");
    }

    @Override
    public @Nullable String getAppVersionName() {
      return member("app_version_name");
    }

    @Override
    public @Nullable String getAppVersionCode() {
      return member("app_version_code");
    }

    @Override
    public @Nullable String getAppPackageName() {
      return member("app_package_name");
    }
  }
}
