/** A module that needs nothing but the library. */
module consumer {
  requires dev.sojourn.structures;
}
