package io.gatemason.runtime.server.entrance;

import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.Policy;
import io.gatemason.runtime.policy.PolicyFormatException;
import io.helidon.config.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a listener is in a private network (docs/behaviour/domains.md#endpoints). Immutable.
 *
 * @param vpc the network's id, "" if not known
 * @param vpce the endpoint's id, "" if not known
 * @param policy which calls may come through it; null for all
 */
public record PrivateEndpoint(String vpc, String vpce, @Nullable AccessPolicy policy) {
  private static final long LARGEST_BYTES = 20_480;

  /**
   * What settings say of a listener; empty where it is public.
   *
   * @throws IllegalArgumentException if a setting is unusable
   */
  static Optional<PrivateEndpoint> of(Config settings) {
    String vpc = id(settings.get("vpc"), "vpc-[0-9a-z]+");
    String vpce = id(settings.get("vpce"), "vpce-[0-9a-z]+");
    Optional<String> file = settings.get("policy").asString().asOptional();
    if (vpc.isEmpty() && vpce.isEmpty()) {
      if (file.isPresent()) {
        throw new IllegalArgumentException(
            settings.key() + ".policy is of no private endpoint: set vpce beside it");
      }
      return Optional.empty();
    }
    return Optional.of(
        new PrivateEndpoint(vpc, vpce, file.map(PrivateEndpoint::policy).orElse(null)));
  }

  private static String id(Config setting, String form) {
    String id = setting.asString().orElse("");
    if (!id.isEmpty() && !id.matches(form)) {
      throw new IllegalArgumentException(setting.key() + ": \"" + id + "\" is no id of that kind");
    }
    return id;
  }

  private static AccessPolicy policy(String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > LARGEST_BYTES) {
        throw new IOException("it is larger than " + LARGEST_BYTES + " bytes");
      }
      return document(Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException | JsonFormatException | PolicyFormatException e) {
      throw new IllegalArgumentException(
          "the policy " + file + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** A policy that names principals. */
  static AccessPolicy document(String json) throws JsonFormatException {
    return Policy.ofResource(Json.read(json));
  }
}
