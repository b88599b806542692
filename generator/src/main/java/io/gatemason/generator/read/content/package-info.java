/** Where the files of a source folder come from: the disk, or a revision in Git. */
@NullMarked
package io.gatemason.generator.read.content;

import org.jspecify.annotations.NullMarked;
