package io.gatemason.runtime.waf;

import io.gatemason.runtime.client.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where a request came from: as its connection says, or as a header does
 * (docs/behaviour/web-acls.md#forwarded-addresses). Immutable.
 */
public final class Addresses {
  private static final int MOST = 10;
  private static final Addresses UNTOLD = new Addresses(List.of(), true, false);

  private final List<IpRange.Address> known;
  private final boolean untold;
  private final boolean otherwise;

  private Addresses(List<IpRange.Address> known, boolean untold, boolean otherwise) {
    this.known = known;
    this.untold = untold;
    this.otherwise = otherwise;
  }

  /** Which addresses of a header are looked at. */
  public enum Position {
    FIRST,
    LAST,
    /** Each of the last ten. */
    ANY
  }

  /** One address; text that is none lies nowhere. */
  static Addresses of(String address) {
    return of(List.of(address), Fallback.NO_MATCH);
  }

  /** What the lines of a header say; none if there is no such header. */
  static Addresses of(List<String> lines, Position position, Fallback malformed) {
    if (lines.isEmpty()) {
      return UNTOLD;
    }
    List<String> all =
        List.of(String.join(",", lines).split(",", -1)).stream().map(String::strip).toList();
    return switch (position) {
      case FIRST -> of(all.subList(0, 1), malformed);
      case LAST -> of(all.subList(all.size() - 1, all.size()), malformed);
      case ANY -> of(all.subList(Math.max(0, all.size() - MOST), all.size()), malformed);
    };
  }

  private static Addresses of(List<String> texts, Fallback malformed) {
    List<IpRange.Address> known = new ArrayList<>();
    for (String text : texts) {
      IpRange.Address address = IpRange.Address.of(text);
      if (address != null) {
        known.add(address);
      }
    }
    return new Addresses(known, false, known.size() < texts.size() && malformed.matches());
  }

  /** Whether there is no header that says it. */
  boolean untold() {
    return untold;
  }

  /** Whether none of them can be read. */
  boolean unreadable() {
    return known.isEmpty();
  }

  /** The first that can be read, which there has to be; the same text however it is spelled. */
  String first() {
    return known.getFirst().toString();
  }

  /** What holds where they cannot be read. */
  boolean otherwise() {
    return otherwise;
  }

  /** Whether one of them passes a test, or cannot be read and is to pass all the same. */
  boolean match(Predicate<IpRange.Address> test) {
    return known.stream().anyMatch(test) || otherwise;
  }
}
