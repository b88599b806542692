/** Prints the layout as Java files, one class per kind of file. */
@NullMarked
package io.gatemason.generator.emit;

import org.jspecify.annotations.NullMarked;
