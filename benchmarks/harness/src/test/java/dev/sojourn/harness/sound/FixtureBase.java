package dev.sojourn.harness.sound;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A superclass with a set-up of its own. */
@State(Scope.Benchmark)
public abstract class FixtureBase {
  private final List<String> calls = new ArrayList<>();

  @Setup(Level.Trial)
  public void zeroth() {
    called("base");
  }

  void called(String what) {
    calls.add(what);
  }

  List<String> calls() {
    return calls;
  }
}
