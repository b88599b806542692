package io.gatemason.runtime.auth.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Identities from a JSON file, which is read again when it has changed; looked at once a second at
 * most. A changed file that cannot be used is logged, and what was known before stays. Safe for
 * concurrent use.
 */
public final class IdentitiesFile implements Identities {
  private static final System.Logger LOG = System.getLogger(IdentitiesFile.class.getName());
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long LARGEST_BYTES = 16_777_216;

  private final Path file;
  private final Ticker ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Content content;
  private volatile long lookedAt;
  private Stamp stamp;

  private record Content(String account, Map<String, Identity> identities) {}

  private record Stamp(long bytes, long changedMillis, @Nullable Object key) {}

  private IdentitiesFile(Path file, Ticker ticker, Stamp stamp, Content content) {
    this.file = file;
    this.ticker = ticker;
    this.stamp = stamp;
    this.content = content;
    this.lookedAt = ticker.nanos();
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it cannot be read, or holds no identities
   */
  public static IdentitiesFile open(Path file, Ticker ticker) throws IOException {
    return new IdentitiesFile(file, ticker, stamp(file), read(file));
  }

  /** The account that owns the APIs, as the file says; "" if it does not say. */
  public String account() {
    return content.account();
  }

  @Override
  public @Nullable Identity find(String accessKeyId, CredentialScope scope) {
    if (ticker.nanos() - lookedAt > LOOK_NANOS && lock.tryLock()) {
      try {
        look();
      } finally {
        lock.unlock();
      }
    }
    return content.identities().get(accessKeyId);
  }

  private void look() {
    lookedAt = ticker.nanos();
    try {
      Stamp now = stamp(file);
      if (!now.equals(stamp)) {
        stamp = now;
        Content changed = read(file);
        if (!changed.account().equals(content.account())) {
          throw new IOException("it names another account than before");
        }
        content = changed;
      }
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "{0} cannot be used, what was known before stays: {1}",
          file,
          e.getMessage());
    }
  }

  private static Stamp stamp(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(
        attributes.size(), attributes.lastModifiedTime().toMillis(), attributes.fileKey());
  }

  private static Content read(Path file) throws IOException {
    if (Files.size(file) > LARGEST_BYTES) {
      throw new IOException("it is larger than " + LARGEST_BYTES + " bytes");
    }
    JsonNode root;
    try {
      root = Json.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (JsonFormatException e) {
      throw new IOException("it is no JSON");
    }
    if (!root.path("identities").isObject()) {
      throw new IOException("\"identities\" is missing");
    }
    Map<String, Identity> identities = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : root.path("identities").properties()) {
      Identity identity = identity(each.getKey(), each.getValue());
      if (identities.put(identity.accessKeyId(), identity) != null) {
        throw new IOException("two identities have the access key of \"" + each.getKey() + "\"");
      }
    }
    return new Content(root.path("account").asText(), Map.copyOf(identities));
  }

  private static Identity identity(String name, JsonNode node) throws IOException {
    try {
      return IdentityReader.withSecret(node);
    } catch (IllegalArgumentException e) {
      throw new IOException("identity \"" + name + "\": " + e.getMessage());
    }
  }
}
