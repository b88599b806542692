/** Regular expressions that no text can hang. */
@NullMarked
package io.gatemason.runtime.regex;

import org.jspecify.annotations.NullMarked;
