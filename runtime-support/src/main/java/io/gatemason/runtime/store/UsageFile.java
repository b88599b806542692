package io.gatemason.runtime.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The file in which one process keeps the counters of quotas. It is replaced as a whole, so that a
 * crash leaves the old one or the new one. Not safe for two processes.
 */
public final class UsageFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path path;

  /** The file at {@code path}, which need not exist yet; its folder must. */
  public UsageFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  Map<String, UsageRecord> read() {
    if (!Files.exists(path)) {
      return Map.of();
    }
    try {
      return JSON.readValue(path.toFile(), new TypeReference<Map<String, UsageRecord>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("usage of quotas cannot be read from " + path, e);
    }
  }

  synchronized void write(Map<String, UsageRecord> counters) {
    Path written = path.resolveSibling(path.getFileName() + ".tmp");
    try {
      Files.write(written, JSON.writeValueAsBytes(counters));
      Files.move(
          written, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("usage of quotas cannot be written to " + path, e);
    }
  }
}
