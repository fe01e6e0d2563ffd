package dev.sojourn.structures.sets;

/**
 * Trees over {@code 0 .. n-1}, one for each set. Callers have checked every element against {@link
 * #size()}.
 */
sealed interface Forest
    permits RemForest,
        RankHalvingForest,
        RankSplittingForest,
        RankCompressionForest,
        SizeForest,
        NaiveForest {

  int size();

  int find(int element);

  /** Merges two sets; false when they were one already. */
  boolean union(int a, int b);

  boolean connected(int a, int b);

  void reset();

  /** The parent of an element, itself for a root; changes nothing. */
  int parentOf(int element);

  /** Describes the first broken rule of this variant's own at a node, or null when all hold. */
  String flawAt(int element);

  /** Bytes of this object and its arrays. */
  long footprintBytes();
}
