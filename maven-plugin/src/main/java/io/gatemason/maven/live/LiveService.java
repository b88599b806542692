package io.gatemason.maven.live;

import io.gatemason.maven.report.BuildLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a service and replaces it whenever its sources or settings change. The old one serves until
 * the new one has been built and has been seen to start; while it cannot, the old one goes on. A
 * program that takes one version after the other does so without missing a request.
 */
public final class LiveService {
  private static final long LOOK_MILLIS = 200;

  /** Builds the service from its sources as they are now. */
  public interface ServiceBuilder {
    /**
     * Builds it and says itself what is wrong.
     *
     * @return how to start it; empty when it cannot be built
     * @throws IOException when files cannot be read or written
     */
    Optional<Start> build() throws IOException;
  }

  /**
   * How to start a service.
   *
   * @param command the program and its arguments
   * @param version the class path of this version, for a program that takes one version after the
   *     other; empty for one that has to be started anew
   * @param settings a digest of the settings files that it reads when it starts
   * @param inputs the files it was made from, to be watched from now on
   */
  public record Start(
      List<String> command, Optional<String> version, String settings, Collection<Path> inputs) {
    boolean same(Start other) {
      return sameProgram(other) && version.equals(other.version) && settings.equals(other.settings);
    }

    boolean sameProgram(Start other) {
      return command.equals(other.command);
    }
  }

  private final ServiceBuilder builder;
  private final SourceWatch watch;
  private final Path folder;
  private final BuildLog log;
  private final PrintStream err;
  private volatile boolean stopped;
  private Optional<Start> start = Optional.empty();
  private Optional<ServiceProcess> process = Optional.empty();
  private Optional<ServiceProcess> trial = Optional.empty();

  /**
   * Prepares a service; nothing starts yet.
   *
   * @param builder makes each version of it
   * @param watched the files and folders to watch
   * @param folder its working folder
   * @param log where this class reports
   * @param err where the error output of the service goes
   */
  public LiveService(
      ServiceBuilder builder,
      Collection<Path> watched,
      Path folder,
      BuildLog log,
      PrintStream err) {
    this.builder = builder;
    this.watch = new SourceWatch(watched);
    this.folder = folder;
    this.log = log;
    this.err = err;
  }

  /**
   * Runs until the first version ends by itself or {@link #stop()} is called.
   *
   * @return what is wrong; empty when it ended well, or when it was stopped
   * @throws IOException when files cannot be read or a process cannot be started
   * @throws InterruptedException when the thread was interrupted; the service is stopped then
   */
  public Optional<String> run() throws IOException, InterruptedException {
    Optional<Start> first = builder.build();
    if (first.isEmpty()) {
      return Optional.of("The service cannot be built.");
    }
    try {
      watch.add(first.get().inputs());
      become(first.get());
      return watchAndReplace();
    } finally {
      stop();
    }
  }

  /** Stops the service for good; safe from any thread, and when it is stopped already. */
  public void stop() {
    stopped = true;
    synchronized (this) {
      trial.ifPresent(ServiceProcess::stop);
      process.ifPresent(ServiceProcess::stop);
    }
  }

  private Optional<String> watchAndReplace() throws IOException, InterruptedException {
    boolean first = true;
    boolean reported = false;
    while (!stopped) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      ServiceProcess running = current().orElseThrow();
      if (!running.alive() && !stopped && !reported) {
        if (first) {
          return running.endedWell() ? Optional.empty() : Optional.of(running.ending());
        }
        log.error(running.ending() + " Waiting for a change.");
        reported = true;
      }
      if (watch.changed()) {
        Optional<Start> next = builder.build();
        if (next.isEmpty() || !replaceBy(next.get(), running)) {
          log.warn("The last good version keeps serving. Waiting for a change.");
        } else {
          first &= running == current().orElseThrow();
          reported = false;
        }
      }
    }
    return Optional.empty();
  }

  private synchronized Optional<ServiceProcess> current() {
    return process;
  }

  /** Does nothing when the change makes no difference; gives false where the next cannot start. */
  private boolean replaceBy(Start next, ServiceProcess running)
      throws IOException, InterruptedException {
    watch.add(next.inputs());
    if (running.alive()) {
      if (start.filter(next::same).isPresent()) {
        return true;
      }
      if (next.version().isPresent() && start.filter(next::sameProgram).isPresent()) {
        // It says itself whether it has taken the version, and else keeps its own.
        running.take(next.version().get());
        start = Optional.of(next);
        return true;
      }
      if (!starts(next)) {
        return false;
      }
    }
    become(next);
    return true;
  }

  /** Tries while the old one has the port: what comes as far as wanting it would have started. */
  private boolean starts(Start next) throws IOException, InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ServiceProcess tried;
    synchronized (this) {
      if (stopped) {
        return true;
      }
      tried =
          ServiceProcess.start(next, folder, new PrintStream(said, true, Charset.defaultCharset()));
      trial = Optional.of(tried);
    }
    boolean starts = tried.comesToItsPort();
    tried.stop();
    if (!starts && !stopped) {
      said.writeTo(err);
      log.error(tried.ending());
    }
    return starts || stopped;
  }

  private synchronized void become(Start next) throws IOException {
    process.ifPresent(ServiceProcess::stop);
    if (!stopped) {
      start = Optional.of(next);
      process = Optional.of(ServiceProcess.start(next, folder, err));
    }
  }
}
