/** Rules over a REST API, one class and one code per rule. */
@NullMarked
package io.gatemason.generator.check.rest;

import org.jspecify.annotations.NullMarked;
