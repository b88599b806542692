/** What is printed for REST APIs only. */
@NullMarked
package io.gatemason.generator.emit.rest;

import org.jspecify.annotations.NullMarked;
