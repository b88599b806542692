/** Values of settings, read strictly. */
@NullMarked
package io.gatemason.runtime.config;

import org.jspecify.annotations.NullMarked;
