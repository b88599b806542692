/** Prints who may call the methods of an API. */
@NullMarked
package io.gatemason.generator.emit.auth;

import org.jspecify.annotations.NullMarked;
