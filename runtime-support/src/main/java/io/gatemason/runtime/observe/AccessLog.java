package io.gatemason.runtime.observe;

import java.util.function.Consumer;

/**
 * The line that a stage writes for each request. Generated code makes it. Immutable. Source: {@code
 * docs/behaviour/logs.md#access}.
 *
 * @param destination the log group or stream
 * @param format writes the line of one request
 */
public record AccessLog(String destination, Consumer<AccessLine> format) {}
