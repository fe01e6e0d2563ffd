package dev.sojourn.structures.heap;

import com.google.common.collect.testing.QueueTestSuiteBuilder;
import com.google.common.collect.testing.TestStringQueueGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Supplier;
import junit.framework.Test;
import junit.framework.TestSuite;
import org.junit.runner.RunWith;
import org.junit.runners.AllTests;

/** The collection contract as Guava tests it, asked of every arity and of the JDK's queue. */
@RunWith(AllTests.class)
public final class DaryHeapCollectionTest {
  private DaryHeapCollectionTest() {}

  /** The suite, as its runner expects it. */
  public static Test suite() {
    TestSuite all = new TestSuite("priority queues as collections");
    all.addTest(suiteOf("PriorityQueue", PriorityQueue::new));
    for (int arity : HeapCases.ARITIES) {
      all.addTest(suiteOf("DaryHeap of arity " + arity, () -> DaryHeap.withArity(arity)));
    }
    for (int arity : HeapCases.ARITIES) {
      all.addTest(
          suiteOf("StableDaryHeap of arity " + arity, () -> StableDaryHeap.withArity(arity, null)));
    }
    return all;
  }

  private static Test suiteOf(String name, Supplier<Queue<String>> empty) {
    return QueueTestSuiteBuilder.using(
            new TestStringQueueGenerator() {
              @Override
              protected Queue<String> create(String[] elements) {
                Queue<String> queue = empty.get();
                queue.addAll(Arrays.asList(elements));
                return queue;
              }
            })
        .named(name)
        .withFeatures(
            CollectionFeature.GENERAL_PURPOSE,
            CollectionFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
            CollectionSize.ANY)
        .createTestSuite();
  }
}
