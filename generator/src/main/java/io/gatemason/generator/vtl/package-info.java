/**
 * Compiles mapping templates into Java: Velocity's parser gives the tree, names are bound to known
 * variables and functions, the tree becomes a class.
 */
@NullMarked
package io.gatemason.generator.vtl;

import org.jspecify.annotations.NullMarked;
