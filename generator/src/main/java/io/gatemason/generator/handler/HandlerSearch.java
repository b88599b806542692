package io.gatemason.generator.handler;

import java.util.List;

/** Looks for handlers among the classes that generated code will be compiled with. */
@FunctionalInterface
public interface HandlerSearch {

  /** Where there are no classes at all, nothing is found. */
  HandlerSearch NOWHERE =
      names -> names.stream().map(n -> HandlerFinding.missing(n.className(), List.of())).toList();

  /** One finding per name, in the same order. Called at most once in a run. */
  List<HandlerFinding> find(List<HandlerName> names);
}
