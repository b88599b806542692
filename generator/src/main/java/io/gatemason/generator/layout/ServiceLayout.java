package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * Everything that will be written.
 *
 * @param gateway the class with {@code main}
 * @param apis in the order of their ids
 * @param functions those that the service runs itself, in the order of their names
 */
public record ServiceLayout(
    ClassName gateway, List<ApiLayout> apis, List<FunctionLayout> functions) {}
