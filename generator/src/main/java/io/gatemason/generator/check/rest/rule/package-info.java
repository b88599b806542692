/** What a rule over a REST API is: of the API, of each of its methods. */
@NullMarked
package io.gatemason.generator.check.rest.rule;

import org.jspecify.annotations.NullMarked;
