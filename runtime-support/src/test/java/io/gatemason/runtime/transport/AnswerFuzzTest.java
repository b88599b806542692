package io.gatemason.runtime.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Answers that are nearly right, cut into pieces at random: the reader agrees with a naive one
 * about what is an answer, what it says and where it ends, and neither hangs nor fails otherwise.
 */
@Timeout(180)
final class AnswerFuzzTest {
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("gatemason.fuzz-seconds", 2));
  private static final String[] STATUS_LINES = {
    "HTTP/1.1 200 OK", "HTTP/1.1 204 No Content", "HTTP/1.0 200 OK", "HTTP/1.1 304", "HTTP/1.1 404 "
  };
  private static final String[] FIELDS = {
    "Content-Length: 3",
    "content-length:7",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: gzip",
    "Connection: close",
    "Connection: x, Keep-Alive",
    "A: b",
    " folded",
    "X : before the colon",
    "Empty:",
    "A: \u00e9"
  };
  private static final String[] BODIES = {
    "abc", "", "3\r\nabc\r\n0\r\n\r\n", "a ; x\nabcdefghij\r\n0\r\nT: 1\r\n\r\nHTTP", "0\r\n\r\n"
  };
  private static final String SPICE = "\r\n\t :;,\0\u007f\u0080+-0aF1H";
  private static final Pattern STATUS =
      Pattern.compile("HTTP/1\\.([0-9]) ([1-5][0-9][0-9])( .*)?", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:([^\0\r]*)");
  private static final Pattern SIZE =
      Pattern.compile("([0-9A-Fa-f]{1,15})[ \t]*(;.*)?", Pattern.DOTALL);

  @Test
  void answersAreReadAsTheGrammarIsWritten() {
    long end = System.nanoTime() + LENGTH.toNanos();
    for (long seed = 1; System.nanoTime() < end; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder(pick(random, STATUS_LINES)).append("\r\n");
      for (int i = random.nextInt(4); i > 0; i--) {
        text.append(pick(random, FIELDS)).append("\r\n");
      }
      String answer = mutated(random, text.append("\r\n").append(pick(random, BODIES)));
      String method = random.nextInt(8) == 0 ? "HEAD" : "GET";
      assertEquals(new Naive(answer).read(method), read(answer, method, random), answer);
    }
  }

  private static String pick(SplittableRandom random, String[] texts) {
    return texts[random.nextInt(texts.length)];
  }

  private static String mutated(SplittableRandom random, StringBuilder text) {
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length());
      char spice = SPICE.charAt(random.nextInt(SPICE.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, spice);
        case 1 -> text.setCharAt(at, spice);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  /** What the reader makes of it, null if it is no answer. */
  private static @Nullable String read(String answer, String method, SplittableRandom random) {
    BackendInput input =
        new BackendInput(
            new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1)) {
              @Override
              public synchronized int read(byte[] bytes, int offset, int count) {
                return super.read(bytes, offset, Math.min(count, 1 + random.nextInt(6)));
              }
            });
    try {
      AnswerHead head = AnswerHead.read(input);
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < head.fields().size(); i++) {
        fields.add(head.fields().name(i) + "=" + head.fields().value(i));
      }
      String body = head.hasBody(method) ? text(body(head, input)) : "";
      String rest = text(new IdentityBody(input, -1));
      return said(head.status(), fields, head.keepsAlive(method), body, rest);
    } catch (IOException e) {
      return null;
    }
  }

  private static InputStream body(AnswerHead head, BackendInput input) {
    return head.chunked() ? new StrictChunks(input) : new IdentityBody(input, head.bodyLength());
  }

  private static String text(InputStream body) throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static String said(
      int status, List<String> fields, boolean keepsAlive, String body, String rest) {
    return status + " " + fields + (keepsAlive ? " kept " : " closed ") + body + "|" + rest;
  }

  /** Reads a text that is there as a whole, by patterns. */
  private static final class Naive {
    private final String text;
    private int at;

    Naive(String text) {
      this.text = text;
    }

    @Nullable String read(String method) {
      Matcher status = STATUS.matcher(String.valueOf(firstLine()));
      if (!status.matches() || status.group(2).equals("101")) {
        return null;
      }
      List<String> fields = fields();
      return fields == null ? null : answer(method, status, fields);
    }

    private @Nullable String firstLine() {
      String line = line();
      for (int i = 0; "".equals(line) && i < 10; i++) {
        line = line();
      }
      return line;
    }

    private @Nullable String line() {
      int newline = text.indexOf('\n', at);
      if (newline < 0) {
        return null;
      }
      String line = text.substring(at, newline);
      at = newline + 1;
      return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private @Nullable List<String> fields() {
      List<String> fields = new ArrayList<>();
      for (String line = line(); !"".equals(line); line = line()) {
        if (line == null) {
          return null;
        }
        boolean folded = !fields.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
        Matcher field = FIELD.matcher(folded ? "x:" + line : line);
        if (!field.matches()) {
          return null;
        }
        String value = meant(field.group(2).replaceAll("^[ \t]+|[ \t]+$", ""));
        if (folded) {
          fields.add(fields.remove(fields.size() - 1) + " " + value);
        } else {
          fields.add(field.group(1) + "=" + value);
        }
      }
      return fields;
    }

    /** Bytes that are UTF-8 are read so, others as one character each. */
    private static String meant(String value) {
      ByteBuffer bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1));
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      } catch (CharacterCodingException notUtf8) {
        return value;
      }
    }

    private @Nullable String answer(String method, Matcher statusLine, List<String> fields) {
      int status = Integer.parseInt(statusLine.group(2));
      List<String> lengths = values(fields, "content-length");
      List<String> codings = values(fields, "transfer-encoding");
      String connection = String.join(",", values(fields, "connection"));
      List<String> options =
          Arrays.stream(connection.toLowerCase(Locale.ROOT).split(",")).map(String::strip).toList();
      boolean oneLength = lengths.size() <= 1 && lengths.stream().allMatch(Naive::isLength);
      if (!oneLength || !codings.stream().allMatch("chunked"::equalsIgnoreCase)) {
        return null;
      }
      if (codings.size() > 1) {
        return null;
      }
      boolean chunked = !codings.isEmpty();
      boolean sized = !lengths.isEmpty();
      boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
      boolean old = statusLine.group(1).equals("0");
      boolean kept = !options.contains("close") && (!old || options.contains("keep-alive"));
      kept &= !(old && chunked);
      kept &= bodiless || chunked != sized;
      kept &= status != 204 || (!chunked && (!sized || Long.parseLong(lengths.get(0)) == 0));
      String body = bodiless ? "" : chunked ? chunks() : sized ? some(lengths.get(0)) : all();
      List<String> nominated =
          options.stream()
              .filter(each -> !each.equals("close") && !each.equals("keep-alive"))
              .toList();
      List<String> passed =
          fields.stream().filter(field -> !nominated.contains(name(field))).toList();
      return body == null ? null : said(status, passed, kept, body, text.substring(at));
    }

    private static String name(String field) {
      return field.substring(0, field.indexOf('=')).toLowerCase(Locale.ROOT);
    }

    private static boolean isLength(String text) {
      return text.matches("[0-9]{1,18}");
    }

    private static List<String> values(List<String> fields, String name) {
      return fields.stream()
          .filter(field -> field.substring(0, field.indexOf('=')).equalsIgnoreCase(name))
          .map(field -> field.substring(field.indexOf('=') + 1))
          .toList();
    }

    private @Nullable String chunks() {
      StringBuilder body = new StringBuilder();
      while (true) {
        Matcher size = SIZE.matcher(String.valueOf(line()));
        if (!size.matches()) {
          return null;
        }
        String chunk = some(Long.toString(Long.parseLong(size.group(1), 16)));
        if (chunk == null) {
          return null;
        }
        if (chunk.isEmpty()) {
          return trailersEnd() ? body.toString() : null;
        }
        body.append(chunk);
        if (!"".equals(line())) {
          return null;
        }
      }
    }

    private boolean trailersEnd() {
      String line = line();
      while (line != null && !line.isEmpty()) {
        line = line();
      }
      return line != null;
    }

    private @Nullable String some(String length) {
      long count = Long.parseLong(length);
      if (count > text.length() - at) {
        return null;
      }
      at += (int) count;
      return text.substring(at - (int) count, at);
    }

    private String all() {
      String rest = text.substring(at);
      at = text.length();
      return rest;
    }
  }
}
