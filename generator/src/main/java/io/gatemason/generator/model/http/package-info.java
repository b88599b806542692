/** What only HTTP APIs have. */
@NullMarked
package io.gatemason.generator.model.http;

import org.jspecify.annotations.NullMarked;
