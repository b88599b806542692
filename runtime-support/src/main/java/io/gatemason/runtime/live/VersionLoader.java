package io.gatemason.runtime.live;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one version of a service, and its resources before those of libraries, as on
 * the class path of a process of its own.
 */
final class VersionLoader extends URLClassLoader {
  private VersionLoader(URL[] entries) {
    super(entries, VersionLoader.class.getClassLoader());
  }

  /** Loads from a class path. */
  static VersionLoader of(String classPath) {
    return new VersionLoader(
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(classPath)
            .map(VersionLoader::url)
            .toArray(URL[]::new));
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> own = Collections.list(findResources(name));
    List<URL> inherited = Collections.list(getParent().getResources(name));
    return Collections.enumeration(Stream.of(own, inherited).flatMap(List::stream).toList());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
