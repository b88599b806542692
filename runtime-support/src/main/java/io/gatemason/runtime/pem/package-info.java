/** Certificates and keys in files. */
@NullMarked
package io.gatemason.runtime.pem;

import org.jspecify.annotations.NullMarked;
