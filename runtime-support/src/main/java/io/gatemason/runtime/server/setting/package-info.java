/** The names that settings may have. */
@NullMarked
package io.gatemason.runtime.server.setting;

import org.jspecify.annotations.NullMarked;
