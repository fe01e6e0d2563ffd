/* Adds to a page that is complete without it: a choice of scheme, larger plots, zoom. It holds none of the characters
   that XML reserves, and the page's policy lets no other script run. */
(() => {
  "use strict";

  const button = (text, label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    made.title = label;
    made.addEventListener("click", act);
    return made;
  };

  const schemes = ["auto", "light", "dark"];
  const key = "sojourn-scheme";
  const remembered = () => {
    try {
      const kept = localStorage.getItem(key);
      return schemes.includes(kept) ? kept : "auto";
    } catch (refused) {
      return "auto";
    }
  };
  const remember = scheme => {
    try {
      localStorage.setItem(key, scheme);
    } catch (refused) {
      /* A browser may keep nothing of local files: the choice then lasts as long as the page. */
    }
  };
  let scheme = remembered();
  const chooser = button("", "Light or dark", () => {
    scheme = schemes[(schemes.indexOf(scheme) + 1) % schemes.length];
    remember(scheme);
    show();
  });
  chooser.className = "scheme";
  const show = () => {
    document.documentElement.dataset.scheme = scheme;
    chooser.textContent = "Colours: " + scheme;
    chooser.setAttribute("aria-label", "Colours: " + scheme + "; press for the next");
  };
  show();
  document.querySelector(".banner").prepend(chooser);

  /* A plot lies in a picture of its own within the figure's; its view box says which part of it is seen. */
  class Zoom {
    constructor(svg, plot) {
      this.svg = svg;
      this.plot = plot;
      const [left, top, width, height] = plot.getAttribute("viewBox").split(" ").map(Number);
      this.all = { left, top, width, height };
      this.words = [...svg.querySelectorAll(".at-x, .at-y")].map(text => ({
        text,
        x: Number(text.getAttribute("x")),
        y: Number(text.getAttribute("y")),
      }));
      this.marks = [...plot.querySelectorAll(".mark")].map(mark => ({ mark, box: mark.getBBox() }));
      this.see(this.all);
    }

    see(part) {
      const all = this.all;
      const width = Math.max(all.width / 200, Math.min(part.width, all.width));
      const height = Math.max(all.height / 200, Math.min(part.height, all.height));
      const left = Math.max(all.left, Math.min(part.left, all.left + all.width - width));
      const top = Math.max(all.top, Math.min(part.top, all.top + all.height - height));
      this.seen = { left, top, width, height };
      this.plot.setAttribute("viewBox", [left, top, width, height].join(" "));
      this.factor = { x: all.width / width, y: all.height / height };
      this.words.forEach(word => this.place(word));
      this.marks.forEach(({ mark, box }) => {
        const x = box.x + box.width / 2;
        const y = box.y + box.height / 2;
        const scale = "scale(" + 1 / this.factor.x + " " + 1 / this.factor.y + ")";
        mark.setAttribute(
          "transform", "translate(" + x + " " + y + ")" + scale + "translate(" + -x + " " + -y + ")");
      });
      this.svg.dataset.zoom = Math.max(this.factor.x, this.factor.y).toFixed(2);
    }

    place({ text, x, y }) {
      const across = text.classList.contains("at-x");
      const all = this.all;
      const seen = this.seen;
      const at = across
        ? all.left + (x - seen.left) * this.factor.x
        : all.top + (y - 4 - seen.top) * this.factor.y;
      text.setAttribute(across ? "x" : "y", across ? at : at + 4);
      const low = across ? all.left : all.top;
      const high = low + (across ? all.width : all.height);
      const beyond = low - 0.5 > at ? true : at > high + 0.5;
      text.setAttribute("visibility", beyond ? "hidden" : "visible");
    }

    by(factor) {
      const { left, width } = this.seen;
      this.see({ ...this.seen, left: left + (width - width / factor) / 2, width: width / factor });
    }

    move(share) {
      this.see({ ...this.seen, left: this.seen.left + share * this.seen.width });
    }

    reset() {
      this.see(this.all);
    }

    point(event) {
      const on = new DOMPoint(event.clientX, event.clientY);
      const at = on.matrixTransform(this.svg.getScreenCTM().inverse());
      const all = this.all;
      return {
        x: Math.max(all.left, Math.min(at.x, all.left + all.width)),
        y: Math.max(all.top, Math.min(at.y, all.top + all.height)),
      };
    }

    /* A flat drag chooses a part of the horizontal axis, a tall one a part of both. */
    choose(from, to) {
      const all = this.all;
      const seen = this.seen;
      const wide = Math.abs(to.x - from.x);
      const tall = Math.abs(to.y - from.y);
      if (8 > wide) {
        return;
      }
      const left = seen.left + (Math.min(from.x, to.x) - all.left) / this.factor.x;
      const top = seen.top + (Math.min(from.y, to.y) - all.top) / this.factor.y;
      this.see({
        left,
        width: wide / this.factor.x,
        top: tall > 40 ? top : seen.top,
        height: tall > 40 ? tall / this.factor.y : seen.height,
      });
    }

    drag(after) {
      const svg = this.svg;
      let from = null;
      let frame = null;
      svg.addEventListener("pointerdown", event => {
        if (event.button === 0) {
          from = this.point(event);
          frame = document.createElementNS(svg.namespaceURI, "rect");
          frame.setAttribute("class", "chosen");
          svg.append(frame);
          svg.setPointerCapture(event.pointerId);
        }
      });
      svg.addEventListener("pointermove", event => {
        if (from) {
          const to = this.point(event);
          const tall = Math.abs(to.y - from.y) > 40;
          frame.setAttribute("x", Math.min(from.x, to.x));
          frame.setAttribute("width", Math.abs(to.x - from.x));
          frame.setAttribute("y", tall ? Math.min(from.y, to.y) : this.all.top);
          frame.setAttribute("height", tall ? Math.abs(to.y - from.y) : this.all.height);
        }
      });
      const end = event => {
        if (from) {
          const start = from;
          from = null;
          frame.remove();
          if (event.type === "pointerup") {
            this.choose(start, this.point(event));
            after();
          }
        }
      };
      svg.addEventListener("pointerup", end);
      svg.addEventListener("pointercancel", end);
      svg.addEventListener("dblclick", () => {
        this.reset();
        after();
      });
    }
  }

  const furnish = figure => {
    const svg = figure.querySelector("svg");
    const plot = svg.querySelector("svg.plot");
    const tools = document.createElement("div");
    tools.className = "tools";
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", "Plot: " + svg.querySelector("title").textContent);
    const enlarge = button("Enlarge", "Enlarge this plot", () => {
      const word = figure.classList.toggle("large") ? "Shrink" : "Enlarge";
      enlarge.textContent = word;
      enlarge.title = word + " this plot";
      enlarge.setAttribute("aria-label", enlarge.title);
    });
    tools.append(enlarge);
    if (plot) {
      const zoom = new Zoom(svg, plot);
      const said = document.createElement("output");
      const acts = [
        ["+", "Zoom in", () => zoom.by(2)],
        ["−", "Zoom out", () => zoom.by(0.5)],
        ["←", "Move left", () => zoom.move(-0.25)],
        ["→", "Move right", () => zoom.move(0.25)],
        ["Reset", "Reset: show all of it", () => zoom.reset()],
      ];
      const after = () => {
        const most = Number(svg.dataset.zoom);
        said.textContent = most > 1 ? "×" + most.toFixed(1) : "";
      };
      acts.forEach(([text, label, act]) => tools.append(button(text, label, () => {
        act();
        after();
      })));
      tools.append(said);
      zoom.drag(after);
      svg.classList.add("zoomable");
    }
    figure.querySelector("figcaption").before(tools);
  };

  /* Furnished as they come near, so that a page of hundreds of plots opens at once. */
  const watch = new IntersectionObserver(seen => seen.forEach(({ isIntersecting, target }) => {
    if (isIntersecting) {
      watch.unobserve(target);
      furnish(target);
    }
  }), { rootMargin: "400px" });
  document.querySelectorAll("figure").forEach(figure => watch.observe(figure));
})();
