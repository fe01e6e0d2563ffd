package dev.sojourn.harness.execute;

import dev.sojourn.harness.noise.Platform;
import dev.sojourn.results.model.TimerCost;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What a session works with.
 *
 * @param lock keeps other runs off the machine
 * @param waitForLock whether to wait for a run that holds the lock, or to fail at once
 * @param timer measures what the clock costs, once the machine is free
 * @param gate compares answers before anything is timed
 * @param runner runs forks
 * @param platform watches the machine while a fork runs
 * @param sink keeps the run
 * @param progress is told how it goes
 * @param clock tells when the run began and ended
 */
public record Instruments(
    MeasuringLock lock,
    boolean waitForLock,
    Supplier<TimerCost> timer,
    AnswerGate gate,
    ForkRunner runner,
    Platform platform,
    RunSink sink,
    Progress progress,
    InstantSource clock) {}
