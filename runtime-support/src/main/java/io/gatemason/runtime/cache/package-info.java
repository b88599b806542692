/** The response cache of stages. */
@NullMarked
package io.gatemason.runtime.cache;

import org.jspecify.annotations.NullMarked;
