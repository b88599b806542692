/** Decides what routes of HTTP APIs do. */
@NullMarked
package io.gatemason.generator.layout.http;

import org.jspecify.annotations.NullMarked;
