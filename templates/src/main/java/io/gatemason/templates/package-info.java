/** Fills the file templates of everything generated that is not Java. */
@NullMarked
package io.gatemason.templates;

import org.jspecify.annotations.NullMarked;
