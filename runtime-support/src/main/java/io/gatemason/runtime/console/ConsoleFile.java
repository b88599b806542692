package io.gatemason.runtime.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The files of the page, which are resources of the runtime. */
enum ConsoleFile {
  PAGE("", "console.html", "text/html; charset=utf-8"),
  STYLE("console.css", "console.css", "text/css; charset=utf-8"),
  FORMAT("format.js", "format.js", "text/javascript; charset=utf-8"),
  SERVICE("service.js", "service.js", "text/javascript; charset=utf-8"),
  VIEWS("views.js", "views.js", "text/javascript; charset=utf-8"),
  TRIAL("trial.js", "trial.js", "text/javascript; charset=utf-8"),
  SOCKET("socket.js", "socket.js", "text/javascript; charset=utf-8"),
  SCRIPT("console.js", "console.js", "text/javascript; charset=utf-8"),
  ICON("icon.svg", "icon.svg", "image/svg+xml");

  private final String name;
  private final String resource;
  private final String contentType;

  ConsoleFile(String name, String resource, String contentType) {
    this.name = name;
    this.resource = resource;
    this.contentType = contentType;
  }

  /** The file of that name, "" for the page itself. */
  static Optional<ConsoleFile> named(String name) {
    for (ConsoleFile file : values()) {
      if (file.name.equals(name)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  String contentType() {
    return contentType;
  }

  /** What is in the file. */
  byte[] content() {
    try (InputStream in = ConsoleFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
