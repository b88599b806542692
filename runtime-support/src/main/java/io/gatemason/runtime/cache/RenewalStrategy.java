package io.gatemason.runtime.cache;

/** What happens to a request that would renew a cached answer and may not. */
enum RenewalStrategy {
  FAIL_WITH_403,
  SUCCEED_WITH_RESPONSE_HEADER,
  SUCCEED_WITHOUT_RESPONSE_HEADER
}
