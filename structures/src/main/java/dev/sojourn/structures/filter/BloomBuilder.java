package dev.sojourn.structures.filter;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * Gathers what a {@link BloomFilter} is to be. Any two of {@link #expectedKeys}, {@link
 * #falsePositiveRate} and {@link #maxBytes} decide the third; all three together are a demand that
 * fails when it cannot be met. Nothing is allocated before {@link #build}.
 */
public final class BloomBuilder {
  static final long DEFAULT_SEED = 0x5a6f6a6f75726eL;
  private static final long UNSET = -1;

  private long expectedKeys = UNSET;
  private double falsePositiveRate = UNSET;
  private long maxBytes = UNSET;
  private Layout layout = Layout.SECTORISED_512;
  private long seed = DEFAULT_SEED;
  private boolean concurrent;
  private boolean offHeap;
  private Consumer<? super BloomFilter> saturationListener;

  BloomBuilder() {}

  /**
   * Sets how many different keys the filter should hold.
   *
   * @param keys the number of keys, zero or more
   * @return this builder
   */
  public BloomBuilder expectedKeys(long keys) {
    expectedKeys = checkKeys(keys);
    return this;
  }

  /**
   * Sets how often a key never put may be reported present once the expected keys were put.
   *
   * @param rate a probability, from {@link BloomPlan#MIN_FALSE_POSITIVE_RATE} to below 1
   * @return this builder
   */
  public BloomBuilder falsePositiveRate(double rate) {
    falsePositiveRate = checkRate(rate);
    return this;
  }

  /**
   * Sets how much heap the filter may hold, headers included.
   *
   * @param bytes the budget
   * @return this builder
   */
  public BloomBuilder maxBytes(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("maxBytes must be positive, was " + bytes);
    }
    maxBytes = bytes;
    return this;
  }

  /**
   * Sets where the bits of a key lie; {@link Layout#SECTORISED_512} unless told.
   *
   * @param newLayout the layout
   * @return this builder
   */
  public BloomBuilder layout(Layout newLayout) {
    layout = Objects.requireNonNull(newLayout, "layout");
    return this;
  }

  /**
   * Sets what the hashes start from. Filters of one plan, one seed and the same keys are equal bit
   * by bit; without this call the seed is a constant.
   *
   * @param newSeed any value
   * @return this builder
   */
  public BloomBuilder seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /**
   * Lets any number of threads put and ask at once. A put that changes bits then costs an atomic
   * operation for each.
   *
   * @return this builder
   */
  public BloomBuilder concurrent() {
    concurrent = true;
    return this;
  }

  /**
   * Keeps the bits outside the heap, every block in one cache line under any collector. They count
   * against {@code -XX:MaxDirectMemorySize} and are given back some time after the filter became
   * unreachable.
   *
   * @return this builder
   */
  public BloomBuilder offHeap() {
    offHeap = true;
    return this;
  }

  /**
   * Sets whom to tell when the filter has been given more different keys than expected. It is told
   * once, by the thread whose {@code put} went beyond and after the key is in; what it throws, that
   * {@code put} throws. Only a {@code put} that changes the filter counts, so with one writer the
   * call is never early and, by the share of false positives, a little late. Several writers that
   * put one key at once may count it as often; the bits are looked at then, in one pass, before
   * anyone is told, and the call is early by no more than a thousandth of the keys and the error of
   * {@link BloomFilter#approximateSize}. After {@link BloomFilter#clear} all begins again.
   *
   * @param listener receives the filter
   * @return this builder
   */
  public BloomBuilder onSaturation(Consumer<? super BloomFilter> listener) {
    saturationListener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Works out what {@link #build} would allocate.
   *
   * @return the plan
   * @throws IllegalArgumentException when no filter can meet the demands
   * @throws IllegalStateException when fewer than two of the three demands are known
   */
  public BloomPlan plan() {
    if (expectedKeys != UNSET && falsePositiveRate != UNSET) {
      return withinBudget(BloomPlan.forRate(expectedKeys, falsePositiveRate, layout));
    }
    if (expectedKeys != UNSET && maxBytes != UNSET) {
      return BloomPlan.forBytes(expectedKeys, maxBytes, layout);
    }
    if (falsePositiveRate != UNSET && maxBytes != UNSET) {
      return BloomPlan.forBytes(falsePositiveRate, maxBytes, layout);
    }
    throw new IllegalStateException(
        "give two of expectedKeys, falsePositiveRate and maxBytes; the third follows");
  }

  private BloomPlan withinBudget(BloomPlan plan) {
    if (maxBytes != UNSET && plan.bytes() > maxBytes) {
      throw new IllegalArgumentException(
          "maxBytes is "
              + maxBytes
              + " but "
              + expectedKeys
              + " keys at rate "
              + falsePositiveRate
              + " need "
              + plan.bytes()
              + "; allow more bytes, or leave out falsePositiveRate to get the best that fits");
    }
    return plan;
  }

  /**
   * Allocates the filter.
   *
   * @return an empty filter as {@link #plan} describes it
   * @throws IllegalArgumentException when no filter can meet the demands
   * @throws IllegalStateException when fewer than two of the three demands are known
   */
  public BloomFilter build() {
    BloomPlan plan = plan();
    Words words = Words.allocate(plan.bits() / Long.SIZE, concurrent, offHeap);
    return new BloomFilter(plan, seed, words, alarm(plan.expectedKeys()));
  }

  private SaturationAlarm alarm(long keys) {
    return saturationListener == null
        ? null
        : new SaturationAlarm(keys, saturationListener, concurrent);
  }

  static long checkKeys(long keys) {
    if (keys < 0) {
      throw new IllegalArgumentException("expectedKeys must not be negative, was " + keys);
    }
    return keys;
  }

  static double checkRate(double rate) {
    if (!(rate >= BloomPlan.MIN_FALSE_POSITIVE_RATE && rate < 1)) {
      throw new IllegalArgumentException(
          "falsePositiveRate must be from "
              + BloomPlan.MIN_FALSE_POSITIVE_RATE
              + " to below 1, was "
              + rate
              + "; try 0.01");
    }
    return rate;
  }
}
