package io.gatemason.benchmarks.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Routes of the shape that REST APIs have: ten for each collection, such as {@code GET
 * /billing/invoices/{invoicesId}/comments}, and 40 collections in each of 25 areas.
 */
final class RestShape {
  private static final int ROUTES = 10_000;
  private static final int ROUTES_PER_COLLECTION = 10;
  private static final int COLLECTIONS_PER_AREA = 40;
  private static final List<String> AREAS =
      words(
          "accounts billing catalog checkout claims clinics content contracts customers delivery"
              + " documents events fleet fraud gaming groceries hotels identity insurance inventory"
              + " learning legal loans loyalty maintenance marketing media messaging mobility"
              + " operations payments payroll pricing procurement reporting search security support"
              + " travel warehouse");
  private static final List<String> COLLECTIONS =
      words(
          "addresses agents alerts approvals assets audits batches bookings budgets calendars"
              + " campaigns carriers categories channels coupons devices discounts drafts employees"
              + " exports feeds imports invoices items jobs labels ledgers locations members notes"
              + " offers orders parcels plans policies quotes refunds reviews tasks vendors");

  private RestShape() {}

  /**
   * A route.
   *
   * @param verb its verb
   * @param path its path, with variables in braces
   */
  record RestRoute(String verb, String path) {

    /** A path that matches, with fresh values of the variables. */
    String requestPath(Random random) {
      StringBuilder request = new StringBuilder();
      for (String segment : path.substring(1).split("/", -1)) {
        request
            .append('/')
            .append(
                segment.startsWith("{") ? Integer.toString(random.nextInt(1_000_000)) : segment);
      }
      return request.toString();
    }
  }

  /** All 10,000 routes. */
  static List<RestRoute> all() {
    List<RestRoute> routes = new ArrayList<>();
    for (int i = 0; i < ROUTES / ROUTES_PER_COLLECTION; i++) {
      String collection = COLLECTIONS.get(i % COLLECTIONS_PER_AREA);
      String all = "/" + AREAS.get(i / COLLECTIONS_PER_AREA) + "/" + collection;
      String one = all + "/{" + collection + "Id}";
      add(routes, all, "GET", "POST");
      add(routes, one, "GET", "PUT", "DELETE");
      add(routes, one + "/comments", "GET", "POST");
      add(routes, one + "/comments/{commentId}", "GET", "PUT", "DELETE");
    }
    return routes;
  }

  /** Ten of them: of ten areas, of ten collections, and one of each of the ten kinds. */
  static List<RestRoute> ten() {
    List<RestRoute> all = all();
    return IntStream.range(0, 10).mapToObj(i -> all.get(i * 1_071)).toList();
  }

  private static void add(List<RestRoute> routes, String path, String... verbs) {
    for (String verb : verbs) {
      routes.add(new RestRoute(verb, path));
    }
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }
}
