/** What a rule over the model is: of an API, of a method, of a service. */
@NullMarked
package io.gatemason.generator.check.rule;

import org.jspecify.annotations.NullMarked;
