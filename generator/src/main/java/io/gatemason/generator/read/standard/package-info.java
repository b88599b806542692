/** The standard part of OpenAPI documents as swagger-parser sees it. */
@NullMarked
package io.gatemason.generator.read.standard;

import org.jspecify.annotations.NullMarked;
