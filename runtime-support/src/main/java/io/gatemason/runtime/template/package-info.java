/** Values and functions that compiled mapping templates call, as in the managed service. */
@NullMarked
package io.gatemason.runtime.template;

import org.jspecify.annotations.NullMarked;
