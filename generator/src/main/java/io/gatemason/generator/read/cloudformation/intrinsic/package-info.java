/** Evaluates intrinsic functions and transforms of CloudFormation templates. */
@NullMarked
package io.gatemason.generator.read.cloudformation.intrinsic;

import org.jspecify.annotations.NullMarked;
