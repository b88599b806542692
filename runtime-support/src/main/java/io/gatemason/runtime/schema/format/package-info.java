/** Formats that a payload model may demand of text. */
@NullMarked
package io.gatemason.runtime.schema.format;

import org.jspecify.annotations.NullMarked;
