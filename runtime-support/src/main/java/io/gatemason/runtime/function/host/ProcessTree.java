package io.gatemason.runtime.function.host;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process and those that it has started. Safe for concurrent use. */
final class ProcessTree {
  private final Process root;

  /** Kept once they are known: when the root is gone, its children cannot be found any more. */
  private List<ProcessHandle> members = List.of();

  ProcessTree(Process root) {
    this.root = root;
  }

  /** Starts a process of a function, which talks to {@code runtimeApi}. */
  static Process start(FunctionSettings settings, Surroundings surroundings, String runtimeApi)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(settings.command())
            .directory(settings.directory().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            ChildEnvironment.of(
                settings, surroundings.environment().get(), surroundings.region(), runtimeApi));
    Process started = builder.start();
    try {
      started.getOutputStream().close();
    } catch (IOException e) {
      started.destroyForcibly();
      throw e;
    }
    return started;
  }

  /** Asks all to end. */
  void stop() {
    members().forEach(ProcessHandle::destroy);
  }

  /** Ends all at once. */
  void kill() {
    members().forEach(ProcessHandle::destroyForcibly);
  }

  /** Waits for the root to end, for as long as {@code nanos}, then ends all that are left. */
  void awaitEnd(long nanos) throws InterruptedException {
    root.waitFor(nanos, TimeUnit.NANOSECONDS);
    kill();
  }

  private synchronized List<ProcessHandle> members() {
    Stream<ProcessHandle> now = Stream.concat(root.descendants(), Stream.of(root.toHandle()));
    members = Stream.concat(members.stream(), now).distinct().toList();
    return members;
  }
}
