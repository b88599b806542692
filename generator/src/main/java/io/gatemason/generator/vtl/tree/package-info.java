/** The typed tree of a mapping template: statements and expressions with their places. */
@NullMarked
package io.gatemason.generator.vtl.tree;

import org.jspecify.annotations.NullMarked;
