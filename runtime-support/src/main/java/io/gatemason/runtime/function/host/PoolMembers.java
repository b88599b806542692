package io.gatemason.runtime.function.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes of a pool, and what each of them is at; guarded by the pool's lock. */
final class PoolMembers {
  private final Set<FunctionProcess> processes = new HashSet<>();
  private final Deque<FunctionProcess> idle = new ArrayDeque<>();
  private final Set<FunctionProcess> settling = new HashSet<>();

  /** Processes of older code, each at its last invocation. */
  private final Set<FunctionProcess> outdated = new HashSet<>();

  /** How many there are of the present code. */
  int count() {
    return processes.size();
  }

  void add(FunctionProcess process) {
    processes.add(process);
  }

  /** The process that asked last for an invocation; null if none does. */
  @Nullable FunctionProcess takeIdle() {
    return idle.pollLast();
  }

  /** Whether none asks, and one has answered that will soon. */
  boolean oneIsAboutToAsk() {
    return idle.isEmpty() && !settling.isEmpty();
  }

  /** Whether some are at an invocation. */
  boolean someAreAtWork() {
    return idle.size() < processes.size() || !outdated.isEmpty();
  }

  /** The process asks for an invocation; false if it has to end, as its code is older. */
  boolean idle(FunctionProcess process) {
    settling.remove(process);
    if (processes.contains(process) && !idle.contains(process)) {
      idle.addLast(process);
    }
    return !outdated.contains(process);
  }

  /** The process has answered. */
  void settling(FunctionProcess process) {
    if (processes.contains(process)) {
      settling.add(process);
    }
  }

  /** The process has ended. */
  void remove(FunctionProcess process) {
    processes.remove(process);
    outdated.remove(process);
    idle.remove(process);
    settling.remove(process);
  }

  /** Makes the code of all of them an older one; returns those that are at nothing. */
  List<FunctionProcess> outdate() {
    List<FunctionProcess> unused = List.copyOf(idle);
    outdated.addAll(processes);
    processes.clear();
    idle.clear();
    settling.clear();
    return unused;
  }

  /** All of them, of whatever code. */
  List<FunctionProcess> all() {
    return Stream.concat(processes.stream(), outdated.stream()).toList();
  }
}
