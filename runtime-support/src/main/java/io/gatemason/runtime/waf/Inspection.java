package io.gatemason.runtime.waf;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.waf.Addresses.Position;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request as rules of a web ACL see it: its parts as the client sent them, each made when it is
 * first asked for, and the labels of earlier rules. Belongs to the thread that serves the request
 * (docs/behaviour/web-acls.md#fields).
 */
public final class Inspection {
  private final Exchange exchange;
  private final int bodyLimit;
  private final Map<Object, Field> fields = new HashMap<>();
  private final Map<List<PreParsing>, Arguments> arguments = new HashMap<>();
  private final Labels labels = new Labels();
  private final Set<String> oversized = new TreeSet<>();
  private @Nullable NamedValues headers;
  private @Nullable NamedValues cookies;
  private @Nullable InspectedBody body;
  private String ownLabels = "";

  /**
   * A request.
   *
   * @param bodyLimit how many bytes of the body are inspected
   */
  Inspection(Exchange exchange, int bodyLimit) {
    this.exchange = exchange;
    this.bodyLimit = bodyLimit;
  }

  /** The verb. */
  public Field method() {
    return field("method", () -> text(exchange.head().method()));
  }

  /** The path as it was sent, with the stage. */
  public Field uriPath() {
    return field("path", () -> text(exchange.head().sentPath()));
  }

  /** The query as it was sent; an empty text where there is none. */
  public Field queryString() {
    return field("query", () -> text(exchange.head().rawQuery()));
  }

  /** The arguments of the query, after it was made ready. */
  public Arguments arguments(PreParsing... preparations) {
    return arguments.computeIfAbsent(
        List.of(preparations),
        order -> {
          String query = exchange.head().rawQuery();
          for (PreParsing preparation : order) {
            query = preparation.apply(query);
          }
          return new Arguments(query);
        });
  }

  /** The values of a header, one for each line of that name. */
  public Field header(String name) {
    return field(
        List.of("header", name),
        () ->
            Field.of(
                NamedValues.lines(exchange.head(), name).stream().map(Inspection::bytes).toList()));
  }

  /** Names or values of headers. */
  public Field headers(Selection selection, MatchScope scope, Oversize oversize) {
    return field(
        List.of("headers", selection, scope, oversize),
        () ->
            bounded(
                "HEADERS",
                headers().oversize(),
                oversize,
                () -> headers().texts(selection, scope)));
  }

  /** Names or values of cookies. */
  public Field cookies(Selection selection, MatchScope scope, Oversize oversize) {
    return field(
        List.of("cookies", selection, scope, oversize),
        () ->
            bounded(
                "COOKIES",
                cookies().oversize(),
                oversize,
                () -> cookies().texts(selection, scope)));
  }

  /** The values of a cookie. */
  public Field cookie(String name) {
    return field(List.of("cookie", name), () -> Field.of(cookies().values(name)));
  }

  /** The names of the headers in lower case and in their order, with colons between. */
  public Field headerOrder(Oversize oversize) {
    return field(
        List.of("order", oversize),
        () -> bounded("HEADERS", headers().oversize(), oversize, () -> List.of(headers().order())));
  }

  /** The body as text. */
  public Field body(Oversize oversize) {
    return field(
        List.of("body", oversize),
        () -> bounded("BODY", content().oversize(), oversize, () -> content().whole()));
  }

  /** Names or values of the body as JSON. */
  public Field json(JsonInspection inspection, Oversize oversize) {
    return field(
        List.of("json", inspection, oversize),
        () ->
            forced("JSON_BODY", content().oversize(), oversize)
                .orElseGet(() -> inspection.of(content())));
  }

  /** The address that the request came from. */
  public Addresses address() {
    return Addresses.of(exchange.origin().sourceIp());
  }

  /** Addresses that a header names. */
  public Addresses forwarded(String header, Position position, Fallback malformed) {
    return Addresses.of(NamedValues.lines(exchange.head(), header), position, malformed);
  }

  /** Whether an earlier rule has added a label, named wholly or by the end of its own name. */
  public boolean hasLabel(String key) {
    return labels.has(ownLabels, key);
  }

  /** Whether an earlier rule has added a label of a namespace, which ends with a colon. */
  public boolean hasNamespace(String key) {
    return !labelsIn(key).isEmpty();
  }

  /** The labels of a namespace. */
  List<String> labelsIn(String key) {
    return labels.in(ownLabels, key);
  }

  /** Adds a label of the rules that are judged now. */
  void label(String name) {
    labels.add(ownLabels + name);
  }

  /** All labels. */
  List<String> labels() {
    return labels.all();
  }

  /** What was too long to be inspected, in the words of logs. */
  List<String> oversized() {
    return List.copyOf(oversized);
  }

  /** The text of the request's source address. */
  String sourceIp() {
    return exchange.origin().sourceIp();
  }

  /** The account that owns the web ACL. */
  String account() {
    return exchange.api().accountId();
  }

  /** From now on rules with labels that begin so are judged; gives what was before. */
  String judging(String beginning) {
    String before = ownLabels;
    ownLabels = beginning;
    return before;
  }

  private Field field(Object key, Supplier<Field> made) {
    Field known = fields.get(key);
    if (known == null) {
      known = made.get();
      fields.put(key, known);
    }
    return known;
  }

  private Field bounded(
      String part, boolean over, Oversize oversize, Supplier<List<byte[]>> texts) {
    return forced(part, over, oversize).orElseGet(() -> Field.of(texts.get()));
  }

  /** What holds for a part without looking, if it is too long. */
  private Optional<Field> forced(String part, boolean over, Oversize oversize) {
    if (over) {
      oversized.add("REQUEST_" + part);
    }
    return over && oversize != Oversize.CONTINUE
        ? Optional.of(Field.passing(oversize == Oversize.MATCH))
        : Optional.empty();
  }

  private NamedValues headers() {
    NamedValues known = headers;
    if (known == null) {
      known = NamedValues.headers(exchange.head().fields(), exchange.head().authority());
      headers = known;
    }
    return known;
  }

  private NamedValues cookies() {
    NamedValues known = cookies;
    if (known == null) {
      known = NamedValues.cookies(exchange.head().fields());
      cookies = known;
    }
    return known;
  }

  private InspectedBody content() {
    InspectedBody known = body;
    if (known == null) {
      known = InspectedBody.of(exchange, bodyLimit);
      body = known;
    }
    return known;
  }

  private static Field text(String text) {
    return Field.of(bytes(text));
  }

  /** The texts of a request's head hold a character for each byte. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
