/** What all generated classes are made of: frame, comments, types, values, members. */
@NullMarked
package io.gatemason.generator.emit.code;

import org.jspecify.annotations.NullMarked;
