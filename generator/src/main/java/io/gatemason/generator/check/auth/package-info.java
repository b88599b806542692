/** Rules about who may call. */
@NullMarked
package io.gatemason.generator.check.auth;

import org.jspecify.annotations.NullMarked;
