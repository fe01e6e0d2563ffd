/** Small benchmarks that the tests of the executor run with JMH. */
@NullMarked
package dev.sojourn.harness.execute.study;

import org.jspecify.annotations.NullMarked;
