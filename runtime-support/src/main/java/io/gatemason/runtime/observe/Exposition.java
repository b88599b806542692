package io.gatemason.runtime.observe;

/**
 * Metrics as text.
 *
 * @param contentType its media type
 * @param text in UTF-8; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Exposition(String contentType, byte[] text) {}
