package io.gatemason.runtime.server;

import java.nio.file.Path;

/** A settings file of a test, which a service watches as it would the one in its folder. */
public final class SettingsFile {
  private SettingsFile() {}

  /** The settings in the file at {@code path}. */
  public static GatewaySettings load(Path path) {
    return GatewaySettings.load(path);
  }
}
