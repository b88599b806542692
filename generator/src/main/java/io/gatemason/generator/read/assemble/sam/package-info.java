/** What the Serverless Application Model makes of events, Auth, Cors and the like. */
@NullMarked
package io.gatemason.generator.read.assemble.sam;

import org.jspecify.annotations.NullMarked;
