package dev.sojourn.harness.oracle;

import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.model.Answers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares the answers of all methods of a study with those of its baseline, one by one, in this
 * JVM.
 *
 * @param mostAnswers how many answers of each method are compared at most
 * @param perMethod how long a method may go on answering; a slower one is compared as far as it
 *     came
 */
public record Oracle(int mostAnswers, Duration perMethod) {
  /**
   * Enough answers to meet hits and misses, growth and removal; three seconds for methods that are
   * slow.
   */
  public static final Oracle THOROUGH = new Oracle(4096, Duration.ofSeconds(3));

  /** Refuses to compare nothing. */
  public Oracle {
    if (mostAnswers < 1) {
      throw new IllegalArgumentException("mostAnswers must be at least 1, was " + mostAnswers);
    }
  }

  /**
   * Lets every method answer and compares.
   *
   * @param study the study
   * @param point value by parameter, complete
   * @return what was compared, and how much of it differed
   * @throws OracleException naming every method that gave no answer
   */
  public Answers compare(StudyDescriptor study, SortedMap<String, String> point) {
    return compare(study, point, _ -> {});
  }

  /**
   * The methods that differ from the baseline more often than their study allows.
   *
   * @param answers what was compared
   * @return one sentence by method; empty when all agree
   */
  public static SortedMap<String, String> dissent(Answers answers) {
    SortedMap<String, String> dissent = new TreeMap<>();
    answers
        .differingShare()
        .forEach(
            (method, share) -> {
              if (share > answers.allowedShare()) {
                dissent.put(method, sentence(answers, share));
              }
            });
    return dissent;
  }

  Answers compare(
      StudyDescriptor study, SortedMap<String, String> point, Consumer<String> progress) {
    Map<String, long[]> answers = new TreeMap<>();
    SortedMap<String, String> causes = new TreeMap<>();
    int most = mostAnswers;
    for (String method : study.card().methods()) {
      progress.accept(method);
      try {
        long[] given = answers(study, method, point, most);
        answers.put(method, given);
        most = Math.min(most, given.length);
      } catch (AnswerException e) {
        causes.put(method, String.valueOf(e.getMessage()));
      }
    }
    if (!causes.isEmpty()) {
      throw new OracleException(study.id(), causes);
    }
    return compare(study, point, answers, most);
  }

  private long[] answers(
      StudyDescriptor study, String method, Map<String, String> point, int most) {
    try (StudyInstance instance = StudyInstance.open(study.type(), method, point)) {
      long[] digests = new long[most];
      long start = System.nanoTime();
      int count = 0;
      do {
        digests[count++] = instance.answer();
      } while (count < most && System.nanoTime() - start < perMethod.toNanos());
      return Arrays.copyOf(digests, count);
    }
  }

  private static Answers compare(
      StudyDescriptor study,
      SortedMap<String, String> point,
      Map<String, long[]> answers,
      int compared) {
    SortedMap<String, String> digests = new TreeMap<>();
    SortedMap<String, Double> shares = new TreeMap<>();
    answers.forEach(
        (method, given) -> {
          long[] expected = answers.getOrDefault(study.card().baseline(), given);
          long sum = 0;
          int differing = 0;
          for (int i = 0; i < compared; i++) {
            sum = AnswerDigest.fold(sum, given[i]);
            differing += given[i] == expected[i] ? 0 : 1;
          }
          digests.put(method, HexFormat.of().toHexDigits(sum));
          shares.put(method, (double) differing / compared);
        });
    return new Answers(study.id(), point, compared, digests, shares, study.mayDiffer());
  }

  private static String sentence(Answers answers, double share) {
    return String.format(
        Locale.ROOT,
        "%d of %d answers differ from the baseline's, a share of %.6f where %s is allowed",
        Math.round(share * answers.compared()),
        answers.compared(),
        share,
        answers.allowedShare());
  }
}
