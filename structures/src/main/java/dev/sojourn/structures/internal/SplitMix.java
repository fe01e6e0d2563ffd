package dev.sojourn.structures.internal;

/**
 * The finaliser of SplitMix64 (Stafford's variant 13): a bijection of 64 bits that leaves no
 * pattern of its input.
 */
public final class SplitMix {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final long MIX_1 = 0xbf58476d1ce4e5b9L;
  private static final long MIX_2 = 0x94d049bb133111ebL;

  private SplitMix() {}

  /**
   * Spreads a seed, so that near seeds give unrelated sequences and salts.
   *
   * @param seed any number
   * @return a salt that no other seed gives
   */
  public static long salt(long seed) {
    return mix(seed + GOLDEN);
  }

  /**
   * The state after a state, for a sequence of {@link #mix mixed} states.
   *
   * @param state the state before
   * @return the next; all 2<sup>64</sup> come before the first returns
   */
  public static long step(long state) {
    return state + GOLDEN;
  }

  /**
   * Mixes.
   *
   * @param value any number
   * @return a number that no other value gives
   */
  public static long mix(long value) {
    long x = value;
    x = (x ^ (x >>> 30)) * MIX_1;
    x = (x ^ (x >>> 27)) * MIX_2;
    return x ^ (x >>> 31);
  }
}
