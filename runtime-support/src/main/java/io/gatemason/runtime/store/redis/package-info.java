/** State that several processes share over Redis or Valkey. */
@NullMarked
package io.gatemason.runtime.store.redis;

import org.jspecify.annotations.NullMarked;
