/** Decides what will be written: names, path tree, steps and tables. */
@NullMarked
package io.gatemason.generator.layout;

import org.jspecify.annotations.NullMarked;
