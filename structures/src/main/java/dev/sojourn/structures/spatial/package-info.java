/** Points in space. */
package dev.sojourn.structures.spatial;
