package dev.sojourn.harness.load;

/** What is loaded: called once for every request, on the thread that paces them. */
@FunctionalInterface
public interface Service {
  /** Does nothing; what is measured with it is the generator of the load alone. */
  Service NOTHING = request -> {};

  /**
   * Serves one request.
   *
   * @param request its number, from 0
   */
  void serve(long request);
}
