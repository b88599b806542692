/** Readers of the resources of the Serverless Application Model. */
@NullMarked
package io.gatemason.generator.read.resource.sam;

import org.jspecify.annotations.NullMarked;
