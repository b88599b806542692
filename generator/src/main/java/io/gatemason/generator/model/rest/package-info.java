/** What only REST APIs have. */
@NullMarked
package io.gatemason.generator.model.rest;

import org.jspecify.annotations.NullMarked;
