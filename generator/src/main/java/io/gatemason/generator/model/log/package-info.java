/** What the access logs of each kind of API can tell. */
@NullMarked
package io.gatemason.generator.model.log;

import org.jspecify.annotations.NullMarked;
