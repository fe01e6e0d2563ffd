package dev.sojourn.harness.execute;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.Map;

/** Refuses to mix two plans, two codes or two machines in one run. */
final class ResumeCheck {
  private ResumeCheck() {}

  static void require(Plan plan, RunHeader header, Run stored) {
    if (!plan.matches(stored.plan())) {
      throw refused(stored, "it was made by another plan");
    }
    requireShape(plan.card().shape(), stored);
    Map<String, String> differences = stored.machine().differences(header.machine());
    if (!differences.isEmpty()) {
      throw refused(stored, "the machine has changed: " + differences);
    }
    for (StudyDescriptor study : plan.studies()) {
      StudyCard card = study.card();
      String before = stored.study(card.study()).map(StudyCard::fingerprint).orElse("none");
      if (!before.equals(card.fingerprint())) {
        throw refused(stored, "the code of " + card.study() + " has changed");
      }
    }
  }

  /** Runs that do not say what their forks did are older than the question. */
  private static void requireShape(String now, Run stored) {
    String then = stored.plan().shape();
    if (!then.isEmpty() && !then.equals(now)) {
      throw refused(stored, "its forks were " + then + ", and would now be " + now);
    }
  }

  private static ResumeRefusedException refused(Run stored, String why) {
    return new ResumeRefusedException(
        "run " + stored.label() + " cannot be resumed: " + why + "; take a new label");
  }
}
