package dev.sojourn.harness.execute;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processes that JMH starts for one fork. JMH keeps them to itself, so they are known by having
 * appeared among this process's children since the fork began.
 */
final class ChildProcesses {
  private final Set<Long> before;

  private ChildProcesses(Set<Long> before) {
    this.before = before;
  }

  /** Everything that is started from here on. */
  static ChildProcesses startedFromHere() {
    return new ChildProcesses(
        ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet()));
  }

  void destroy() {
    ProcessHandle.current()
        .children()
        .filter(child -> !before.contains(child.pid()))
        .forEach(ProcessHandle::destroyForcibly);
  }
}
