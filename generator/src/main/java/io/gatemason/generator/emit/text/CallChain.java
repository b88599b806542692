package io.gatemason.generator.emit.text;

import java.util.List;

/** Where google-java-format breaks a chain of calls. */
final class CallChain {
  private CallChain() {}

  /** The last item of a chain that stays on the line of the first. */
  static int together(List<String> items) {
    int names = 0;
    while (names < items.size() && items.get(names).matches("\\w+")) {
      names++;
    }
    long calls = items.stream().skip(1).filter(item -> item.endsWith(")")).count();
    boolean type = Character.isUpperCase(items.get(0).charAt(0)) && names > 0;
    boolean oneCall = names > 0 && calls == 1;
    if (type && !oneCall && names > 1 && items.get(names - 1).matches("[A-Z][A-Z0-9_]+")) {
      return names - 1;
    }
    if (type || oneCall || (names == 1 && items.get(0).length() <= 4)) {
      return Math.min(names, items.size() - 1);
    }
    return 0;
  }
}
