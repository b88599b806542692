/** The service as a whole: its APIs, and what stands beside them. */
@NullMarked
package io.gatemason.generator.model.service;

import org.jspecify.annotations.NullMarked;
