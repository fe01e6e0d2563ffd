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

  /* Numbers as the page itself writes them, with as many digits as tell one tick from the next. */
  const decimals = step => Math.max(0, Math.min(12, Math.ceil(-Math.log10(step) - 1e-9)));
  const scaled = (units, gap) => (value, step) => {
    let power = 0;
    while (units.length - 1 > power ? Math.abs(value) >= 1000 ** (power + 1) * (1 - 1e-9) : false) {
      power += 1;
    }
    const size = 1000 ** power;
    return (value / size).toFixed(decimals(step / size)) + gap + units[power];
  };
  const writers = {
    count: scaled(["", "k", "M", "G", "T"], ""),
    time: scaled(["ns", "µs", "ms", "s"], " "),
    nines: (nines, step) => {
      const rest = 100 * 10 ** -nines;
      return String(Number((100 - rest).toFixed(decimals(rest * Math.min(1, Math.LN10 * step)))));
    },
  };

  /* The finest step that leaves at most so many ticks: then there are at least two fifths as many, and two of five. */
  const steps = (low, high, most) => {
    const raw = (high - low) / most;
    const scale = 10 ** Math.floor(Math.log10(raw));
    const step = scale * [1, 2, 5, 10].find(times => times * scale >= raw * (1 - 1e-9));
    const first = Math.ceil(low / step);
    return Array.from({ length: Math.floor(high / step) - first + 1 }, (none, i) =>
      ({ at: (first + i) * step, step }));
  };
  const decades = (low, high, digits) => {
    const ticks = [];
    for (let power = Math.floor(Math.log10(low)); high >= 10 ** power; power += 1) {
      digits.forEach(digit => ticks.push({ at: digit * 10 ** power, step: 10 ** power }));
    }
    return ticks.filter(({ at }) => at >= low).filter(({ at }) => high >= at);
  };

  const finest = 1 / 50;

  /* One axis of a plot: the page's own ticks while all of it is seen, and its own of any part. */
  class Ticks {
    constructor(svg, plot, all, across) {
      this.svg = svg;
      this.plot = plot;
      this.all = all;
      this.across = across;
      const [shape, low, high, kind] = plot.dataset[across ? "x" : "y"].split(" ");
      this.logarithmic = shape === "log";
      this.low = Number(low);
      this.high = Number(high);
      this.kind = kind;
      this.names = kind === "names" ? JSON.parse(plot.dataset.names) : [];
      const lines = [...plot.querySelectorAll(".grid")].filter(line =>
        (line.getAttribute("x1") === line.getAttribute("x2")) === across);
      this.page = [...svg.querySelectorAll(across ? ".at-x" : ".at-y"), ...lines];
      this.drawn = [];
    }

    /* The smallest share of the axis that is shown: of names, one that holds two of them wherever it lies. The page
       rounds places to a hundredth of a unit, of which this makes half a unit. */
    least() {
      if (this.kind !== "names") {
        return finest;
      }
      const places = [this.low, ...this.names.map(([at]) => at), this.high];
      const gaps = places.slice(2).map((at, i) => at - places[i]);
      return Math.min(1, Math.max(finest, ...gaps.map(gap => gap / (this.high - this.low))));
    }

    value(share) {
      return this.logarithmic
        ? this.low * (this.high / this.low) ** share
        : this.low + share * (this.high - this.low);
    }

    share(value) {
      return this.logarithmic
        ? Math.log(value / this.low) / Math.log(this.high / this.low)
        : (value - this.low) / (this.high - this.low);
    }

    between(low, high) {
      if (this.kind === "names") {
        const far = (high - low) * 1e-9;
        return this.names
          .filter(([at]) => at >= low - far)
          .filter(([at]) => high + far >= at)
          .map(([at, text, whole]) => ({ at, text, whole }));
      }
      const ratio = this.logarithmic ? high / low : 1;
      const ticks = ratio >= 1000
        ? decades(low, high, [1])
        : ratio >= 8 ? decades(low, high, [1, 2, 5]) : steps(low, high, 5);
      return ticks.map(({ at, step }) => ({ at, text: writers[this.kind](at, step) }));
    }

    /* Every second one goes as long as neighbours would touch. */
    thinned(ticks) {
      let kept = ticks;
      const touch = (tick, i) => {
        const widths = [tick, kept[i]].map(({ text }) => 6.8 * text.length + 8);
        return (widths[0] + widths[1]) / 2 > Math.abs(tick.place - kept[i].place);
      };
      while (kept.length > 2 ? kept.slice(1).some(touch) : false) {
        kept = kept.filter((tick, i) => i % 2 === 0);
      }
      return kept;
    }

    /* From the one share of the axis to the other. */
    show(from, to) {
      this.drawn.forEach(element => element.remove());
      this.drawn = [];
      const whole = 1e-9 > from ? to > 1 - 1e-9 : false;
      this.page.forEach(element => element.setAttribute("visibility", whole ? "visible" : "hidden"));
      if (!whole) {
        const { left, top, width, height } = this.all;
        const ticks = this.between(this.value(from), this.value(to)).map(tick => {
          const share = this.share(tick.at);
          const seen = (share - from) / (to - from);
          const place = this.across ? left + seen * width : top + (1 - seen) * height;
          return { ...tick, share, place };
        });
        (this.across ? this.thinned(ticks) : ticks).forEach(tick => this.draw(tick));
      }
    }

    draw({ share, place, text, whole }) {
      const { left, top, width, height } = this.all;
      const words = this.element("text", this.svg, this.across
        ? { class: "tick at-x", x: this.within(place, text), y: top + height + 17, "text-anchor": "middle" }
        : { class: "tick at-y", x: left - 6, y: place + 4, "text-anchor": "end" });
      words.textContent = text;
      if (whole) {
        this.element("title", words, {}).textContent = whole;
      }
      this.drawn.push(words);
      const at = this.across ? left + share * width : top + (1 - share) * height;
      const line = this.element("line", this.plot, this.across
        ? { class: "grid", x1: at, x2: at, y1: top, y2: top + height }
        : { class: "grid", x1: left, x2: left + width, y1: at, y2: at });
      this.plot.querySelector(".grid").before(line);
      this.drawn.push(line);
    }

    within(middle, text) {
      const half = 3.4 * text.length;
      return Math.max(half, Math.min(middle, this.svg.viewBox.baseVal.width - half));
    }

    element(name, parent, attributes) {
      const made = document.createElementNS(this.svg.namespaceURI, name);
      Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
      parent.append(made);
      return made;
    }
  }

  /* A plot lies in a picture of its own within the figure's; its view box says which part of it is seen. */
  class Zoom {
    constructor(svg, plot) {
      this.svg = svg;
      this.plot = plot;
      const [left, top, width, height] = plot.getAttribute("viewBox").split(" ").map(Number);
      this.all = { left, top, width, height };
      this.rules = [...svg.querySelectorAll(".rule-name")].map(text => ({
        text,
        x: Number(text.getAttribute("x")),
      }));
      this.across = new Ticks(svg, plot, this.all, true);
      this.upright = new Ticks(svg, plot, this.all, false);
      this.least = { width: width * this.across.least(), height: height * this.upright.least() };
      this.marks = [...plot.querySelectorAll(".mark")].map(mark => ({ mark, box: mark.getBBox() }));
      this.see(this.all);
    }

    see(part) {
      const all = this.all;
      const width = Math.max(this.least.width, Math.min(part.width, all.width));
      const height = Math.max(this.least.height, Math.min(part.height, all.height));
      const left = Math.max(all.left, Math.min(part.left, all.left + all.width - width));
      const top = Math.max(all.top, Math.min(part.top, all.top + all.height - height));
      this.seen = { left, top, width, height };
      this.plot.setAttribute("viewBox", [left, top, width, height].join(" "));
      this.factor = { x: all.width / width, y: all.height / height };
      const begin = (left - all.left) / all.width;
      const below = 1 - (top + height - all.top) / all.height;
      this.across.show(begin, begin + width / all.width);
      this.upright.show(below, below + height / all.height);
      this.rules.forEach(rule => this.place(rule));
      this.marks.forEach(({ mark, box }) => {
        const x = box.x + box.width / 2;
        const y = box.y + box.height / 2;
        const scale = "scale(" + 1 / this.factor.x + " " + 1 / this.factor.y + ")";
        mark.setAttribute(
          "transform", "translate(" + x + " " + y + ")" + scale + "translate(" + -x + " " + -y + ")");
      });
      this.svg.dataset.zoom = Math.max(this.factor.x, this.factor.y).toFixed(2);
    }

    /* The name of an upright line goes with it. */
    place({ text, x }) {
      const { left, width } = this.all;
      const at = left + (x - this.seen.left) * this.factor.x;
      text.setAttribute("x", at);
      const beyond = left - 0.5 > at ? true : at > left + width + 0.5;
      text.setAttribute("visibility", beyond ? "hidden" : "visible");
    }

    /* About the middle of what is seen. */
    by(factor) {
      const { left, top, width, height } = this.seen;
      const wide = Math.max(this.least.width, width / factor);
      const tall = Math.max(this.least.height, height / factor);
      this.see({
        left: left + (width - wide) / 2,
        top: top + (height - tall) / 2,
        width: wide,
        height: tall,
      });
    }

    move(across, down) {
      const { left, top, width, height } = this.seen;
      this.see({ width, height, left: left + across * width, top: top + down * height });
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
        ["\u2212", "Zoom out", () => zoom.by(0.5)],
        ["\u2190", "Move left", () => zoom.move(-0.25, 0)],
        ["\u2192", "Move right", () => zoom.move(0.25, 0)],
        ["\u2191", "Move up", () => zoom.move(0, -0.25)],
        ["\u2193", "Move down", () => zoom.move(0, 0.25)],
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
    svg.after(tools);
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
