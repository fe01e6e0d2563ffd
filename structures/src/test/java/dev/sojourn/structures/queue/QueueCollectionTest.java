package dev.sojourn.structures.queue;

import com.google.common.collect.testing.QueueTestSuiteBuilder;
import com.google.common.collect.testing.TestStringQueueGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.testers.CollectionIteratorTester;
import com.google.common.collect.testing.testers.CollectionRemoveAllTester;
import com.google.common.collect.testing.testers.CollectionRemoveIfTester;
import com.google.common.collect.testing.testers.CollectionRemoveTester;
import com.google.common.collect.testing.testers.CollectionRetainAllTester;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import junit.framework.Test;
import junit.framework.TestSuite;
import org.junit.runner.RunWith;
import org.junit.runners.AllTests;

/**
 * The collection contract as Guava tests it, but for removal from the middle, which none offers.
 */
@RunWith(AllTests.class)
public final class QueueCollectionTest {
  private QueueCollectionTest() {}

  /** The suite, as its runner expects it. */
  public static Test suite() {
    TestSuite all = new TestSuite("queues between threads as collections");
    all.addTest(suiteOf("SpscRing", () -> new SpscRing<>(16)));
    all.addTest(suiteOf("MpscRing", () -> new MpscRing<>(16)));
    all.addTest(suiteOf("MpmcRing", () -> new MpmcRing<>(16)));
    all.addTest(suiteOf("MpscChain", MpscChain::new));
    all.addTest(suiteOf("MichaelScottQueue", MichaelScottQueue::new));
    all.addTest(suiteOf("ChunkedQueue", ChunkedQueue::new));
    all.addTest(suiteOf("ChunkedQueue by 1", () -> new ChunkedQueue<>(1)));
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
            CollectionFeature.SUPPORTS_ADD,
            CollectionFeature.SUPPORTS_REMOVE,
            CollectionFeature.KNOWN_ORDER,
            CollectionSize.ANY)
        .suppressing(removalFromTheMiddle())
        .createTestSuite();
  }

  private static List<Method> removalFromTheMiddle() {
    return Stream.<Class<?>>of(
            CollectionRemoveTester.class,
            CollectionRemoveAllTester.class,
            CollectionRemoveIfTester.class,
            CollectionRetainAllTester.class,
            CollectionIteratorTester.class)
        .flatMap(tester -> Arrays.stream(tester.getMethods()))
        .filter(method -> method.getName().startsWith("test"))
        .filter(
            method ->
                method.getDeclaringClass() != CollectionIteratorTester.class
                    || method.getName().toLowerCase(Locale.ROOT).contains("remove"))
        .toList();
  }
}
