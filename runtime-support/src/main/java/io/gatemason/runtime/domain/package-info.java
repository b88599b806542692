/** Custom domains: which API and stage a host, a path and headers mean. */
@NullMarked
package io.gatemason.runtime.domain;

import org.jspecify.annotations.NullMarked;
