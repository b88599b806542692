package io.gatemason.templates.view;

import java.util.List;

/**
 * A panel of a dashboard.
 *
 * @param id counts the panels from 1
 * @param title its title
 * @param unit the unit of its values in Grafana's words; empty text for a row, which only bears a
 *     title
 * @param width of 24 columns
 * @param height in rows
 * @param x the first column
 * @param y the first row
 * @param queries what it shows
 */
public record PanelView(
    int id,
    String title,
    String unit,
    int width,
    int height,
    int x,
    int y,
    List<QueryView> queries) {

  /** Copies the list. */
  public PanelView {
    queries = List.copyOf(queries);
  }

  /** Whether it only bears a title. */
  public boolean row() {
    return unit.isEmpty();
  }

  /**
   * A query of Prometheus.
   *
   * @param name a letter, different in each panel
   * @param expression in PromQL
   * @param legend how the series is called
   */
  public record QueryView(String name, String expression, String legend) {}
}
