package dev.sojourn.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.BloomFilter;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.apache.hive.common.util.BloomKFilter;
import org.fastfilter.bloom.BlockedBloom;
import org.jctools.queues.SpscArrayQueue;
import org.jgrapht.alg.util.UnionFind;
import org.jheaps.array.DaryArrayHeap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.tinspin.index.kdtree.KDTree;

/** The table of what peers fail names the versions that were tried, and every failure. */
class PeersTableTest {
  private static final Pattern JAR = Pattern.compile("([a-z-]+)-([0-9][^/]*)\\.jar$");

  static Stream<Class<?>> peers() {
    return Stream.of(
        LongHeapPriorityQueue.class,
        DaryArrayHeap.class,
        UnionFind.class,
        BloomFilter.class,
        BlockedBloom.class,
        BloomKFilter.class,
        SpscArrayQueue.class,
        OneToOneConcurrentArrayQueue.class,
        KDTree.class,
        HPRtree.class);
  }

  @ParameterizedTest
  @MethodSource("peers")
  void theVersionTriedIsTheOneInTheTable(Class<?> peer) throws Exception {
    String jar = peer.getProtectionDomain().getCodeSource().getLocation().getPath();
    Matcher name = JAR.matcher(jar);
    assertThat(name.find()).as(jar).isTrue();

    assertThat(readme()).contains(name.group(1) + " " + name.group(2));
  }

  @Test
  void everyFailureIsInTheTable() throws Exception {
    String readme = readme();
    String table = readme.substring(readme.indexOf("## What the peers fail"));

    assertThat(
            Stream.of(
                    PeerHeapsTest.trials(),
                    PeerSetsTest.trials(),
                    PeerFiltersTest.trials(),
                    PeerQueuesTest.trials(),
                    PeerSpatialTest.trials())
                .flatMap(s -> s)
                .filter(trial -> !trial.known().equals("sound"))
                .map(Trial::peer)
                .distinct())
        .hasSizeGreaterThan(10)
        .allSatisfy(peer -> assertThat(table).contains("`" + peer + "`"));
  }

  private static String readme() throws Exception {
    return Files.readString(Path.of("..", "structures", "README.md"));
  }
}
