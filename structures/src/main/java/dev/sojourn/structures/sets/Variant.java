package dev.sojourn.structures.sets;

/**
 * How a {@link DisjointSet} links two trees and how it shortens the paths it walks.
 *
 * <p>The answers never depend on the variant, except for which member {@link DisjointSet#find}
 * names as the representative. The alternatives to the default exist to be studied and compared.
 */
public enum Variant {
  /** Rem's algorithm: links by index, walks both paths at once and splices them. The default. */
  REM_SPLICING,
  /** Links by rank; {@code find} lets every other node skip its parent. */
  RANK_HALVING,
  /** Links by rank; {@code find} lets every node skip its parent. */
  RANK_SPLITTING,
  /** Links by rank; {@code find} walks twice and points every node at the root. */
  RANK_COMPRESSION,
  /** Links the smaller set below the larger; {@code find} halves. */
  SIZE_HALVING,
  /** Links the first root below the second and shortens nothing: what the others save. */
  NAIVE;

  Forest plant(int elements) {
    return switch (this) {
      case REM_SPLICING -> new RemForest(elements);
      case RANK_HALVING -> new RankHalvingForest(elements);
      case RANK_SPLITTING -> new RankSplittingForest(elements);
      case RANK_COMPRESSION -> new RankCompressionForest(elements);
      case SIZE_HALVING -> new SizeForest(elements);
      case NAIVE -> new NaiveForest(elements);
    };
  }
}
