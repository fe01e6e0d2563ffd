package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A node of a singly linked queue: an element, and the node after it once there is one. */
final class Link {
  static final VarHandle NEXT;
  static final VarHandle ELEMENT;
  static final long BYTES = Footprint.object(0, 2);

  static {
    try {
      var lookup = MethodHandles.lookup();
      NEXT = lookup.findVarHandle(Link.class, "next", Link.class);
      ELEMENT = lookup.findVarHandle(Link.class, "element", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  Object element;
  Link next;

  /** The node is published by whoever links it. */
  Link(Object element) {
    this.element = element;
  }

  Link next() {
    return (Link) NEXT.getAcquire(this);
  }
}
