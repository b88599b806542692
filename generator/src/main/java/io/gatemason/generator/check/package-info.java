/** Rules over the model, one class and one code per rule. */
@NullMarked
package io.gatemason.generator.check;

import org.jspecify.annotations.NullMarked;
