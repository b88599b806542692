/** Signed tokens of identity providers: their form, keys and claims. */
@NullMarked
package io.gatemason.runtime.auth.token;

import org.jspecify.annotations.NullMarked;
