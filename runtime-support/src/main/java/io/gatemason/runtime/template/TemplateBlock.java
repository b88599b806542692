package io.gatemason.runtime.template;

/** What {@code #define} makes: rendered anew at each use; a use inside itself prints nothing. */
final class TemplateBlock {
  /** Velocity 1.7 renders a block that uses itself this many levels deep. */
  private static final int DEEPEST = 2;

  private final Runnable body;
  private final TemplateOutput out;
  private int depth;

  TemplateBlock(Runnable body, TemplateOutput out) {
    this.body = body;
    this.out = out;
  }

  void render() {
    if (depth < DEEPEST) {
      depth++;
      body.run();
      depth--;
    }
  }

  /** The rendered text. */
  @Override
  public String toString() {
    int start = out.begin();
    render();
    return out.end(start);
  }
}
