/** Through which listener a call comes, and policies that judge it before its API does. */
@NullMarked
package io.gatemason.runtime.server.entrance;

import org.jspecify.annotations.NullMarked;
