/** Rules of integrations, their mappings and answers. */
@NullMarked
package io.gatemason.generator.check.rest.integration;

import org.jspecify.annotations.NullMarked;
