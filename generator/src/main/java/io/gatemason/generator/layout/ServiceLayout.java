package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * Everything that will be written.
 *
 * @param gateway the class with {@code main}
 * @param apis in the order of their ids
 */
public record ServiceLayout(ClassName gateway, List<ApiLayout> apis) {}
