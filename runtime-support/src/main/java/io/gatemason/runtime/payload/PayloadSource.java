package io.gatemason.runtime.payload;

/** Where the payload of an answer comes from: an integration's response. */
public interface PayloadSource {

  /** The payload as the backend sent it; it can be read once. */
  Payload payload();

  /** Value of the backend's Content-Type header, "" if it sent none. */
  String contentType();
}
