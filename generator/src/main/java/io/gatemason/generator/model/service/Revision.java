package io.gatemason.generator.model.service;

/**
 * A revision in Git. Immutable.
 *
 * @param name as it is written: a tag, a branch or a commit
 * @param commit the commit that it means, 40 hexadecimal digits
 */
public record Revision(String name, String commit) {
  private static final int SHORT = 7;

  /** The commit in short: the id of a deployment of the revision. */
  public String shortCommit() {
    return commit.substring(0, SHORT);
  }

  /** The name, or the commit where the name cannot be part of a file's. */
  public String fileName() {
    return name.indexOf('/') < 0 ? name : shortCommit();
  }
}
