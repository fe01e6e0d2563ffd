package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkListingTest {
  @Test
  void whatJmhPrintedIsRead() throws Exception {
    Map<String, Map<String, List<String>>> listing =
        BenchmarkListing.parse(BenchmarkListLineTest.lines("listing.txt"));

    assertThat(listing)
        .containsOnlyKeys(
            "foreign.Work.Nested.inner",
            "foreign.Work.broken",
            "foreign.Work.busy",
            "foreign.Work.spin",
            "foreign.Work.once");
    assertThat(listing.get("foreign.Work.Nested.inner")).isEmpty();
    assertThat(listing.get("foreign.Work.busy"))
        .containsEntry("colour", List.of("RED", "GREEN"))
        .containsEntry("tokens", List.of("100", "1000"))
        .containsEntry("empty", List.of("", "a", "b"));
  }

  @Test
  void linesThatAreNotJmhsAreNotBenchmarks() {
    assertThat(
            BenchmarkListing.parse(
                List.of("WARNING: x", "not.a.benchmark", "Benchmarks: ", "a.B.c", "some words")))
        .containsOnlyKeys("a.B.c");
  }

  @Test
  void noHeadingNoBenchmark() {
    assertThat(BenchmarkListing.parse(List.of("a.B.c"))).isEmpty();
  }
}
