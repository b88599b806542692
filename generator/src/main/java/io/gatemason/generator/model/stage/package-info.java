/** Stages of APIs and their settings. */
@NullMarked
package io.gatemason.generator.model.stage;

import org.jspecify.annotations.NullMarked;
