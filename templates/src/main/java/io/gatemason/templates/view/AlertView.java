package io.gatemason.templates.view;

/**
 * An alert rule of Prometheus.
 *
 * @param group the group it belongs to
 * @param api the API that it is about, empty text for the service
 * @param name its name
 * @param expression in PromQL
 * @param minutes how long it has to hold
 * @param severity {@code page} or {@code ticket}
 * @param summary what is wrong, with Prometheus's names of labels
 */
public record AlertView(
    String group,
    String api,
    String name,
    String expression,
    int minutes,
    String severity,
    String summary) {}
