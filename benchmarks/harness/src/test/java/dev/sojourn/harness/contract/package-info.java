/** What every study must keep, as a test that each module with studies inherits. */
@NullMarked
package dev.sojourn.harness.contract;

import org.jspecify.annotations.NullMarked;
