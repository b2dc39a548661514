// A card for each class or map: its surface, numbers and curves.
import { directionalChart, fscChart, guinierChart } from "./charts.js";
import { gradient } from "./colours.js";
import { angstrom, el, json, section, withoutWebGL } from "./dom.js";
import { modelMesh } from "./model.js";
import { differencePaint, paintOf } from "./paint.js";
import { loadVolume, Pose, SurfaceView } from "./view3d.js";

const DIFFERENCE = "difference from ";

export function cards(data) {
  if (!data.cards.length) return null;
  const pose = new Pose();
  const spin = el("input", { type: "checkbox", checked: pose.spinning, onchange: (event) => (pose.spinning = event.target.checked) });
  setInterval(() => (spin.checked = pose.spinning), 500);
  const sides = data.cards.map((card) => cardOf(card, pose));
  const model = data.cards.some((card) => card.model) ? el("input", { type: "checkbox", onchange: (event) => withModel(data.name, sides, event.target) }) : null;
  const tools = el("div.tools", {}, el("label.check", {}, spin, "turn"), painting(data.cards, sides), model ? el("label.check", {}, model, "atomic model") : null,
    el("span.dim", {}, "Drag, or arrow keys, to turn all; wheel, or + and −, to zoom."));
  const title = data.kind === "map" ? "Maps" : "States";
  return section("maps", title, tools, el("div.cards", {}, sides.map((side) => side.element)));
}

async function withModel(name, sides, box) {
  try {
    const { chains } = await json(`/api/entries/${name}/model`);
    sides.forEach((side) => side.model(box.checked ? chains : null));
  } catch (error) {
    box.replaceWith(el("span.warn", {}, error.message));
  }
}

// By what all surfaces are coloured; they have one scale.
function painting(cards, sides) {
  const own = [...new Set(cards.flatMap((card) => card.maps.flatMap((map) => (map.paints ?? []).map(([title]) => title))))];
  const others = cards.length > 1 ? cards.map((card) => `${DIFFERENCE}${card.title}`) : [];
  if (!own.length && !others.length) return null;
  const by = el("select", { "aria-label": "Colour of the surfaces" }, [["", "own colour"], ...[...own, ...others].map((title) => [title, title])].map(([value, title]) => el("option", { value }, title)));
  by.addEventListener("change", async () => {
    const reference = sides.find((side) => `${DIFFERENCE}${side.title}` === by.value);
    const spans = (await Promise.all(sides.map((side) => side.prepare(by.value, reference)))).filter(Boolean);
    const whole = spans.length ? [Math.min(...spans.map((span) => span[0])), Math.max(...spans.map((span) => span[1]))] : null;
    sides.forEach((side) => side.paint(whole));
  });
  return el("label.check", {}, "colour by", by);
}

export function cardOf(card, pose, whose = "") {
  const view = new SurfaceView(pose, `${card.title} ${whose}`.trim());
  const choose = el("select", { "aria-label": `Map of ${card.title} ${whose}`.trim() }, card.maps.map((map, i) => el("option", { value: String(i) }, map.title)));
  const level = el("input", { type: "range", min: "0", max: "1000", value: "300", "aria-label": `Threshold of ${card.title} ${whose}`.trim() });
  const said = el("output.dim", {});
  const scale = el("div.scale", { hidden: true });
  const side = { title: card.title, volume: null };
  let paint = null, asked = "", against = null, span = null, chains = null;

  const toLevel = () => side.volume.least + ((side.volume.most - side.volume.least) * level.value) / 1000;
  function draw() {
    if (!side.volume) return;
    const layers = chains ? [{ mesh: modelMesh(chains, side.volume.centre) }] : [];
    view.show([...layers, { volume: side.volume, level: toLevel(), colour: card.colour, paint: paint && span ? { ...paint, span } : null, opacity: chains ? 0.4 : 1 }]);
    said.textContent = `${(toLevel() / (side.volume.deviation || 1)).toFixed(1)} σ`;
  }
  async function read() {
    const map = card.maps[Number(choose.value)];
    side.volume = await loadVolume(map.mask && map.title !== "mask" ? `${map.volume}?mask=${encodeURIComponent(map.mask)}` : map.volume);
    const { level: first, least, most } = side.volume;
    level.value = String(Math.round((1000 * (first - least)) / (most - least)));
  }
  async function load() {
    view.canvas.dataset.state = "loading";
    try {
      await (side.loaded = read());
      if (asked) await side.prepare(asked, against);
      draw();
      view.canvas.dataset.state = "ready";
    } catch (error) {
      said.textContent = error.message;
    }
  }
  // Read what the surface is coloured by; the range that it has.
  side.prepare = async (title, reference) => {
    [asked, against, paint] = [title, reference, null];
    await side.loaded;
    const map = card.maps[Number(choose.value)];
    const file = (map?.paints ?? []).find(([name]) => name === title)?.[1];
    if (title.startsWith(DIFFERENCE) && reference !== side) paint = differencePaint(side.volume, reference?.volume);
    else if (file) paint = paintOf(title, await loadVolume(file));
    return paint?.span ?? null;
  };
  side.paint = (whole) => {
    span = whole;
    draw();
    scale.hidden = !(span && paint);
    if (scale.hidden) return;
    const bar = el("span.bar");
    bar.style.background = gradient(paint.scale);
    const [low, high] = paint.words(span);
    scale.replaceChildren(el("span", {}, low), bar, el("span", {}, high));
  };
  side.model = (traced) => {
    chains = traced;
    draw();
  };
  let due = 0;
  level.addEventListener("input", () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(draw);
  });
  choose.addEventListener("change", load);
  if (withoutWebGL()) said.textContent = withoutWebGL();
  else if (card.maps.length) load();
  side.element = elementOf(card, whose, { view, scale, controls: [choose, level, said] });
  return side;
}

function elementOf(card, whose, { view, scale, controls }) {
  const facts = el("dl.facts", {}, card.facts.map(([what, value]) => [el("dt", {}, what), el("dd", {}, value)]));
  const element = el("article.card", { "data-title": card.title },
    el("h3", {}, el("span.dot", { "data-colour": card.colour }), whose || card.title, card.accepted === false ? el("span.pill.bad", {}, "refused") : null),
    card.maps.length ? el("div.stage", {}, view.canvas, scale) : null,
    card.maps.length ? el("div.row", {}, controls) : null,
    facts,
    card.remark ? el("p.warn", {}, `Distrust the number: ${card.remark}.`) : null,
    card.said ? el("p.dim.small", {}, card.said) : null,
    card.fsc ? fscChart(card.fsc, card.colour) : null,
    card.halves ? halvesPart(card.halves) : null,
    el("div.links", {}, card.maps.map((map) => el("a", { href: map.file, download: true }, map.title)), card.fsc ? el("a", { href: card.fsc.file, download: true }, "FSC") : null));
  element.querySelector(".dot").style.background = card.colour;
  return element;
}

// Directional FSC and Guinier plot, computed when they are first asked for.
function halvesPart(address) {
  const place = el("div");
  const part = el("details.halves", {}, el("summary", {}, "FSC by direction, Guinier plot"), place);
  part.addEventListener("toggle", async () => {
    if (!part.open || place.childElementCount) return;
    place.replaceChildren(el("p.dim.small", { role: "status" }, "The half maps are compared …"));
    try {
      const { directional, guinier } = await json(address);
      const views = directional ? [directionalChart(directional), el("p.dim.small", {}, `${directional.best_angstrom ? `By direction, FSC 0.143 lies between ${angstrom(directional.best_angstrom)} and ${angstrom(directional.worst_angstrom)}; ` : ""}cFAR ${directional.cfar}, sphericity ${directional.sphericity}.`)] : [el("p.dim.small", {}, "Directions are compared in cubes only.")];
      const fit = guinier.b_factor === undefined ? "Too few shells for a line." : `B factor ${guinier.b_factor} Å², fitted from 10 Å to ${angstrom(guinier.to_angstrom)}.`;
      place.replaceChildren(...views, guinierChart(guinier), el("p.dim.small", {}, fit));
    } catch (error) {
      place.replaceChildren(el("p.warn", {}, error.message));
    }
  });
  return part;
}
