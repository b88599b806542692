package io.gatemason.runtime.throttle;

/**
 * The client that an API key stands for at one stage.
 *
 * @param key the key
 * @param plan the usage plan through which it opens the stage
 */
record KnownClient(ApiKey key, UsagePlan plan) {}
