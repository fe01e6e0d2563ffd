/**
 * Studies of approximate membership: what one bit array costs against a set that holds its keys.
 */
@NullMarked
package dev.sojourn.benchmarks.filter;

import org.jspecify.annotations.NullMarked;
