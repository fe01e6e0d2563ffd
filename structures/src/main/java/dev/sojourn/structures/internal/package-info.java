/** What packages of this module share with one another and with nobody else: not exported. */
package dev.sojourn.structures.internal;
