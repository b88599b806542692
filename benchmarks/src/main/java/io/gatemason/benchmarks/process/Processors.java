package io.gatemason.benchmarks.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processors that a process may use. */
public enum Processors {
  /** All of the machine. */
  ALL,
  /** The first one. */
  FIRST,
  /** All but the first one. */
  OTHERS;

  /** What a machine that {@link #canBeSplit} has. */
  public static final String SPLIT_NEEDS = "needs Linux, taskset and two processors";

  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  /** Whether this machine can keep processes apart: Linux with two processors and util-linux. */
  public static boolean canBeSplit() {
    return Files.isExecutable(TASKSET) && Runtime.getRuntime().availableProcessors() > 1;
  }

  /** What stands before a command. */
  List<String> prefix() {
    String list =
        switch (this) {
          case ALL -> "";
          case FIRST -> "0";
          case OTHERS -> "1-" + (Runtime.getRuntime().availableProcessors() - 1);
        };
    return list.isEmpty() ? List.of() : List.of(TASKSET.toString(), "--cpu-list", list);
  }
}
