/** Authenticated encryption of records shaped as TLS shapes them, and the studies of its cost. */
@NullMarked
package dev.sojourn.crypto.aead;

import org.jspecify.annotations.NullMarked;
