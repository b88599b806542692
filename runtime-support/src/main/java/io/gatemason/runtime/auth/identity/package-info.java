/** Callers whose signatures can be verified, and where they are known from. */
@NullMarked
package io.gatemason.runtime.auth.identity;

import org.jspecify.annotations.NullMarked;
