/** Who may call a method: authorizers, signatures and policies as steps of the life cycle. */
@NullMarked
package io.gatemason.runtime.auth;

import org.jspecify.annotations.NullMarked;
