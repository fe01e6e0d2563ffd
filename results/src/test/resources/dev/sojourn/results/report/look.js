/* What tests ask of a page, put before every question. Nothing here changes the page but layOut() and unfold(). */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const brief = element => element.outerHTML.slice(0, 120);

const pictures = () => all("figure > svg");

/* The part of a picture where values have their place: the picture itself where nothing can be zoomed. */
const stage = svg => {
  const frame = svg.getBoundingClientRect();
  const plot = svg.querySelector("svg.plot");
  if (!plot) {
    return frame;
  }
  const scale = frame.width / svg.viewBox.baseVal.width;
  const [x, y, width, height] = ["x", "y", "width", "height"].map(name => scale * Number(plot.getAttribute(name)));
  return new DOMRect(frame.x + x, frame.y + y, width, height);
};

const centre = element => {
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/* Marks, lines and areas that take up room on the stage. */
const drawn = svg => {
  const frame = stage(svg);
  return all(".mark, .curve, .area, .interval", svg.querySelector("svg.plot") ?? svg).filter(mark => {
    const box = mark.getBoundingClientRect();
    const inside = centre(mark).x > frame.left - 1 && frame.right + 1 > centre(mark).x &&
      centre(mark).y > frame.top - 1 && frame.bottom + 1 > centre(mark).y;
    return inside && box.width + box.height > 0 && getComputedStyle(mark).visibility === "visible";
  });
};

const tables = within => all("table", within).map(table => ({
  caption: table.caption.textContent,
  heads: all("thead th", table).map(head => head.textContent),
  rows: [...table.tBodies].flatMap(body => {
    const group = body.querySelector(".group")?.textContent.trim() ?? "";
    return [...body.rows]
      .filter(row => !row.classList.contains("group"))
      .map(row => ({ group, cells: [...row.cells].map(cell => cell.textContent) }));
  }),
}));

const channels = colour => {
  const numbers = colour.match(/[\d.]+/g).map(Number);
  return colour.startsWith("rgb") ? numbers.map((n, i) => (i === 3 ? n : n / 255)) : numbers;
};

const luminance = colour => {
  const [r, g, b] = channels(colour).map(c => (c > 0.04045 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/* The contrast of the Web Content Accessibility Guidelines, 1 to 21. */
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const background = element => {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (channels(colour)[3] !== 0) {
      return colour;
    }
  }
  return "rgb(255, 255, 255)";
};

const hasWords = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());

const paleWords = () => all("body *")
  .filter(element => hasWords(element) && !element.closest("svg, script"))
  .filter(element => 4.5 > contrast(getComputedStyle(element).color, background(element)))
  .map(brief);

const paleMarks = () => pictures().flatMap(svg => all(".mark, .curve, .interval", svg))
  .filter(mark => 3 > contrast(getComputedStyle(mark).color, background(mark.closest("figure"))))
  .map(brief);

/* Studies out of sight are put off until they are near; here they are laid out at once. */
const layOut = () => all(".study").forEach(study => { study.style.contentVisibility = "visible"; });

const unfold = () => {
  layOut();
  all("details").forEach(details => { details.open = true; });
};

/* What lies beyond the right edge and does not scroll within a box of its own. */
const beyond = () => {
  const width = document.documentElement.clientWidth;
  const outside = all("body *")
    .filter(element => !element.closest(".scroll > *, svg, .unseen, .skip"))
    .filter(element => element.getBoundingClientRect().right > width + 0.5)
    .map(brief);
  const scrolls = document.documentElement.scrollWidth > width;
  return scrolls ? [...outside, "the page scrolls to " + document.documentElement.scrollWidth] : outside;
};

/* Elements that a page never has: data must have become markup. */
const foreign = () => [
  ...all("img, iframe, object, embed, base, form, input, video, audio, link:not([rel=icon])"),
  ...all("script").slice(1),
  ...all("style").slice(1),
  ...all("*").filter(element => [...element.attributes].some(attribute => attribute.name.startsWith("on"))),
].map(brief);

/* Words of the banner that lie under the choice of scheme. */
const covered = () => {
  const button = document.querySelector(".scheme").getBoundingClientRect();
  return all(".banner h1, .banner p").filter(element => {
    const words = document.createRange();
    words.selectNodeContents(element);
    return [...words.getClientRects()].some(box => box.right > button.left && button.right > box.left &&
      box.bottom > button.top && button.bottom > box.top);
  }).map(brief);
};
