package io.gatemason.runtime.policy;

/** What a call wants to do. */
public enum Action {
  /** Call a method. */
  INVOKE("execute-api:Invoke"),
  /** Have the answer made anew although a stored one is at hand. */
  INVALIDATE_CACHE("execute-api:InvalidateCache"),
  /** Send to a WebSocket connection, look at it, or end it. */
  MANAGE_CONNECTIONS("execute-api:ManageConnections");

  private final String text;

  Action(String text) {
    this.text = text;
  }

  /** The name that policies use. */
  public String text() {
    return text;
  }
}
