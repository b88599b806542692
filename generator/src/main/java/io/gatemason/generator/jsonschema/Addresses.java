package io.gatemason.generator.jsonschema;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** References as texts: documents are sloppy about what a URI may contain. */
final class Addresses {
  private Addresses() {}

  /** The part before {@code #}. */
  static String document(String reference) {
    int hash = reference.indexOf('#');
    return hash < 0 ? reference : reference.substring(0, hash);
  }

  /** The part after {@code #}, decoded; empty if there is none. */
  static String fragment(String reference) {
    int hash = reference.indexOf('#');
    if (hash < 0) {
      return "";
    }
    String fragment = reference.substring(hash + 1);
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return fragment;
    }
  }

  /** An address, absolute if the base is; as written where one of them is no URI. */
  static String resolve(String base, String reference) {
    try {
      return new URI(base).resolve(new URI(reference)).toString();
    } catch (URISyntaxException e) {
      return reference;
    }
  }

  /** The names of a JSON pointer. */
  static List<String> pointer(String pointer) {
    List<String> names = new ArrayList<>();
    for (String name : pointer.substring(1).split("/", -1)) {
      names.add(name.replace("~1", "/").replace("~0", "~"));
    }
    return names;
  }

  /** A pointer one step longer. */
  static String append(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
