/** What a rule over a service is. */
@NullMarked
package io.gatemason.generator.check.rule;

import org.jspecify.annotations.NullMarked;
