/** State that outlives a request: token buckets, counters of quotas, and entries that expire. */
@NullMarked
package io.gatemason.runtime.store;

import org.jspecify.annotations.NullMarked;
