package io.gatemason.templates.view;

/**
 * The value of one placeholder of the documents.
 *
 * @param name the placeholder's name
 * @param value what it stands for
 */
public record ParameterView(String name, String value) {}
