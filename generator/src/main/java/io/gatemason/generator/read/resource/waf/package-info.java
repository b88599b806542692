/** Readers of the resources of web application firewalls. */
@NullMarked
package io.gatemason.generator.read.resource.waf;

import org.jspecify.annotations.NullMarked;
