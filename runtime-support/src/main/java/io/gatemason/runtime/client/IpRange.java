package io.gatemason.runtime.client;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of IP addresses in CIDR notation (RFC 4632, RFC 4291 §2.3); a bare address is a block of
 * one. IPv4 addresses lie in no IPv6 block, and those that are mapped to IPv6 count as IPv4.
 * Immutable.
 */
public final class IpRange {
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]{2,39}(?:[0-9.]{7,15})?");
  private static final int LONGEST = 45;

  private final Address first;
  private final int shift;

  private IpRange(Address first, int shift) {
    this.first = first;
    this.shift = shift;
  }

  /**
   * The block that {@code cidr} names; bits beyond its prefix do not count.
   *
   * @throws IllegalArgumentException if it names none; names of hosts are not looked up
   */
  public static IpRange of(String cidr) {
    int slash = cidr.indexOf('/');
    Address first = Address.of(slash < 0 ? cidr : cidr.substring(0, slash));
    if (first == null) {
      throw new IllegalArgumentException("no IP address or CIDR block: " + cidr);
    }
    int bits = first.v6 ? 128 : 32;
    int prefix = slash < 0 ? bits : prefix(cidr, slash + 1);
    if (prefix > bits) {
      throw new IllegalArgumentException("no CIDR block: " + cidr);
    }
    return new IpRange(first, bits - prefix);
  }

  private static int prefix(String cidr, int from) {
    int length = cidr.length() - from;
    boolean digits = cidr.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    if (length < 1 || length > 3 || !digits) {
      throw new IllegalArgumentException("no CIDR block: " + cidr);
    }
    return Integer.parseInt(cidr, from, cidr.length(), 10);
  }

  /** The first address of the block, its prefix only. */
  Address first() {
    return first.prefix(shift);
  }

  /** How many bits at the end of an address do not count. */
  int shift() {
    return shift;
  }

  /** Whether the address lies in the block; text that is no address lies in none. */
  public boolean contains(String address) {
    long v4 = Address.v4(address);
    if (v4 >= 0) {
      return !first.v6 && sameBits(v4, first.low, shift);
    }
    Address other = Address.of(address);
    return other != null && contains(other);
  }

  /** Whether the address lies in the block. */
  public boolean contains(Address address) {
    return address.v6 == first.v6
        && sameBits(address.high, first.high, shift - 64)
        && sameBits(address.low, first.low, Math.min(shift, 64));
  }

  private static boolean sameBits(long one, long other, int ignored) {
    if (ignored >= 64) {
      return true;
    }
    return ignored <= 0 ? one == other : one >>> ignored == other >>> ignored;
  }

  /** An IP address as a number. Immutable. */
  public static final class Address {
    private static final int V4_PARTS = 4;
    private static final int V4_DIGITS = 3;
    private static final int V4_LARGEST = 255;

    private final boolean v6;
    private final long high;
    private final long low;

    private Address(boolean v6, long high, long low) {
      this.v6 = v6;
      this.high = high;
      this.low = low;
    }

    /** The address that {@code text} is, null if it is none. */
    public static @Nullable Address of(String text) {
      if (text.length() > LONGEST) {
        return null;
      }
      long number = v4(text);
      if (number >= 0) {
        return new Address(false, 0, number);
      }
      return text.indexOf(':') >= 0 && V6.matcher(text).matches() ? v6(text) : null;
    }

    /** Whether it is an address of IPv6. */
    boolean isV6() {
      return v6;
    }

    /** The address with so many bits at its end cleared. */
    Address prefix(int cleared) {
      return new Address(v6, cleared(high, cleared - 64), cleared(low, Math.min(cleared, 64)));
    }

    private static long cleared(long bits, int count) {
      return count >= 64 ? 0 : count <= 0 ? bits : bits >>> count << count;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Address that && v6 == that.v6 && high == that.high && low == that.low;
    }

    /** The same text for all spellings of an address. */
    @Override
    public String toString() {
      return (v6 ? Long.toHexString(high) + ":" : "") + Long.toHexString(low);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(high * 31 + low);
    }

    /** The number of an IPv4 address in its one spelling, -1 for any other text. */
    private static long v4(String text) {
      int length = text.length();
      long number = 0;
      int parts = 0;
      int at = 0;
      while (parts < V4_PARTS && at < length) {
        int part = 0;
        int start = at;
        while (at < length && at - start <= V4_DIGITS && isDigit(text.charAt(at))) {
          part = part * 10 + (text.charAt(at) - '0');
          at++;
        }
        boolean zeros = at - start > 1 && text.charAt(start) == '0';
        if (at == start || at - start > V4_DIGITS || part > V4_LARGEST || zeros) {
          return -1;
        }
        number = (number << 8) | part;
        parts++;
        if (parts < V4_PARTS && (at >= length || text.charAt(at++) != '.')) {
          return -1;
        }
      }
      return parts == V4_PARTS && at == length ? number : -1;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    /** The platform reads the many forms of IPv6; it looks nothing up that holds a colon. */
    private static @Nullable Address v6(String text) {
      try {
        byte[] octets = InetAddress.getByName(text).getAddress();
        BigInteger number = new BigInteger(1, octets);
        return octets.length == 4
            ? new Address(false, 0, number.longValue())
            : new Address(true, number.shiftRight(64).longValue(), number.longValue());
      } catch (UnknownHostException e) {
        return null;
      }
    }
  }
}
