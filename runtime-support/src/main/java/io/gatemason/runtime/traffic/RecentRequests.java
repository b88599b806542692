package io.gatemason.runtime.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The last requests of a service, in a ring. Safe for concurrent use. */
final class RecentRequests {
  private final AtomicReferenceArray<@Nullable Served> ring;
  private final AtomicLong last = new AtomicLong();

  RecentRequests(int size) {
    this.ring = new AtomicReferenceArray<>(size);
  }

  /** The number of the next request. */
  long next() {
    return last.incrementAndGet();
  }

  void keep(Served served) {
    ring.set(index(served.number()), served);
  }

  /** Those after a number, the oldest first. */
  List<Served> after(long number) {
    List<Served> found = new ArrayList<>();
    long end = last.get();
    for (long each = Math.max(number, end - ring.length()) + 1; each <= end; each++) {
      find(each).ifPresent(found::add);
    }
    return found;
  }

  /** One request, empty if it is not kept any more. */
  Optional<Served> find(long number) {
    Served served = ring.get(index(number));
    return served == null || served.number() != number ? Optional.empty() : Optional.of(served);
  }

  private int index(long number) {
    return Math.floorMod(number, ring.length());
  }
}
