package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Fn::Cidr}: the first blocks of a given size inside a block of addresses.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html">Fn::Cidr</a>
 */
public final class CidrFunction implements Intrinsic {
  private static final Pattern BLOCK = Pattern.compile("([^/]+)/([0-9]{1,3})");
  private static final int MOST = 256;

  @Override
  public String name() {
    return "Fn::Cidr";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<List<Node>> arguments = call.list(3, 3);
    if (arguments.isEmpty()) {
      return call.failed();
    }
    List<Optional<String>> texts =
        arguments.get().stream().map(argument -> evaluator.text(argument, call)).toList();
    if (texts.stream().anyMatch(Optional::isEmpty)) {
      return call.failed();
    }
    Optional<List<String>> blocks =
        blocks(
            texts.get(0).orElseThrow(),
            number(texts.get(1).orElseThrow()),
            number(texts.get(2).orElseThrow()));
    if (blocks.isEmpty()) {
      call.fail("\"Fn::Cidr\" finds no such blocks", "give a block, up to 256 and their bits");
      return call.failed();
    }
    return call.texts(blocks.get());
  }

  private static Optional<List<String>> blocks(String text, int count, int bits) {
    Matcher block = BLOCK.matcher(text);
    Optional<byte[]> written =
        block.matches() ? AddressText.bytes(block.group(1)) : Optional.empty();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    byte[] address = written.get();
    int free = address.length * Byte.SIZE - number(block.group(2));
    boolean fits = bits >= 1 && bits <= free && free <= address.length * Byte.SIZE;
    if (!fits
        || count < 1
        || count > MOST
        || BigInteger.ONE.shiftLeft(free - bits).compareTo(BigInteger.valueOf(count)) < 0) {
      return Optional.empty();
    }
    BigInteger first = new BigInteger(1, address).shiftRight(free).shiftLeft(free);
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BigInteger next = first.add(BigInteger.valueOf(i).shiftLeft(bits));
      blocks.add(address(next, address.length) + "/" + (address.length * Byte.SIZE - bits));
    }
    return Optional.of(blocks);
  }

  private static String address(BigInteger value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = value.shiftRight((length - 1 - i) * Byte.SIZE).byteValue();
    }
    return AddressText.of(bytes);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
  }
}
