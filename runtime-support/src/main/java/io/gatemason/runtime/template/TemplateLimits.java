package io.gatemason.runtime.template;

/** What keeps a small body or a careless template from using up the process. */
final class TemplateLimits {
  /** Longest text in UTF-16 units: the payload limit of the service. */
  static final int TEXT_LENGTH = 10 * 1024 * 1024;

  /** Rounds of one loop (developer guide, quotas). */
  static final int LOOP_ROUNDS = 1000;

  /** Rounds of all loops of one rendering; ours. */
  static final int ALL_ROUNDS = 5_000_000;

  /** Numbers in one range; ours. */
  static final int RANGE_LENGTH = 100_000;

  /** What all lists and maps of one rendering may be given, in UTF-16 units of text; ours. */
  static final int KEPT = 5 * TEXT_LENGTH;

  /** What an item counts besides its text; ours. */
  static final int KEPT_ITEM = 16;

  /** Levels of nested maps and lists that are printed or compared; ours. */
  static final int VALUE_DEPTH = 500;

  /** Values that are compared for one result; ours. */
  static final int COMPARED_VALUES = 1_000_000;

  private TemplateLimits() {}
}
