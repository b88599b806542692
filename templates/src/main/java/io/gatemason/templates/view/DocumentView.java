package io.gatemason.templates.view;

/**
 * One document of a project.
 *
 * @param apiId the id of the API it describes
 * @param path where it lies below {@code src/main/gateway}, parts joined by {@code /}
 * @param operations how many methods it has
 */
public record DocumentView(String apiId, String path, int operations) {}
