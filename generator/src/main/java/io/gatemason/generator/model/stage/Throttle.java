package io.gatemason.generator.model.stage;

import io.gatemason.generator.source.Placed;
import java.util.Optional;

/**
 * A limit of requests as a token bucket has it; either half may be open. Immutable.
 *
 * @param ratePerSecond tokens that come back per second
 * @param burst tokens that the bucket holds
 */
public record Throttle(Optional<Placed<Double>> ratePerSecond, Optional<Placed<Integer>> burst) {

  /** The rate of a limit that names only its burst. */
  public static final double DEFAULT_RATE = 10_000;

  /** The burst of a limit that names only its rate. */
  public static final int DEFAULT_BURST = 5_000;

  /** No limit of its own. */
  public static final Throttle NONE = new Throttle(Optional.empty(), Optional.empty());

  /** Whether nothing is set. */
  public boolean isEmpty() {
    return ratePerSecond.isEmpty() && burst.isEmpty();
  }

  /** This limit, and for the half that it leaves open that of another. */
  Throttle or(Throttle other) {
    return new Throttle(ratePerSecond.or(other::ratePerSecond), burst.or(other::burst));
  }
}
