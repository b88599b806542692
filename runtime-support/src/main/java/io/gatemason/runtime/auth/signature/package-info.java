/** Signature Version 4 of requests that come in: its forms, and what is wrong with one. */
@NullMarked
package io.gatemason.runtime.auth.signature;

import org.jspecify.annotations.NullMarked;
