package io.gatemason.runtime.function;

import io.gatemason.runtime.transport.HeaderFields;

/**
 * What the Invoke API of Lambda answers, wherever the function runs.
 *
 * @param status status code
 * @param headers headers, such as X-Amz-Function-Error
 * @param body what the function returned, or how it failed
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record InvokeReply(int status, HeaderFields headers, byte[] body) {}
