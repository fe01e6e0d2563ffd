package dev.sojourn.benchmarks.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final int MANY = 100_000;

  @Test
  void noAbsentKeyIsAMember() {
    Set<Long> members = members();

    assertThat(members).hasSize(MANY);
    for (int i = 0; i < MANY; i++) {
      assertThat(members.contains(Keys.absent(i))).as("absent key %d", i).isFalse();
    }
  }

  @Test
  void presentQueriesAreMembers() {
    Set<Long> members = members();
    Keys queries = Keys.present(MANY);

    for (int i = 0; i < MANY; i++) {
      assertThat(members.contains(queries.next())).as("query %d", i).isTrue();
    }
  }

  @Test
  void groupsFollowEachOtherAndWrap() {
    Keys queries = Keys.absent();
    long first = Keys.absent().next();

    assertThat(queries.nextGroup(64)).isZero();
    assertThat(queries.nextGroup(64)).isEqualTo(64);
    while (queries.nextGroup(64) != queries.queries().length - 64) {
      // walks to the last group
    }
    assertThat(queries.next()).isEqualTo(first);
  }

  private static Set<Long> members() {
    Set<Long> members = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      members.add(Keys.member(i));
    }
    return members;
  }
}
