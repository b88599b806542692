/** Reads the text of a mapping template into its typed tree. */
@NullMarked
package io.gatemason.generator.vtl.parse;

import org.jspecify.annotations.NullMarked;
