/**
 * Echo over loopback TCP: three servers that differ only in who waits for the bytes, one client,
 * and the study that compares them.
 */
@NullMarked
package dev.sojourn.networking.echo;

import org.jspecify.annotations.NullMarked;
