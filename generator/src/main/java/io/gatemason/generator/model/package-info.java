/** The gateway as its documents mean it: immutable records that know their place. */
@NullMarked
package io.gatemason.generator.model;

import org.jspecify.annotations.NullMarked;
