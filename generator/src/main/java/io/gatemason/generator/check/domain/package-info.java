/** Rules over custom domains, their mappings and their routing rules. */
@NullMarked
package io.gatemason.generator.check.domain;

import org.jspecify.annotations.NullMarked;
