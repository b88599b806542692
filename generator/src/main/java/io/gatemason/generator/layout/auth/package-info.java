/** Decides the classes that say who may call the methods of an API. */
@NullMarked
package io.gatemason.generator.layout.auth;

import org.jspecify.annotations.NullMarked;
