// The explorer of a round's latent space: look, pick, and see the density where you click.
import { gradient, palette } from "./colours.js";
import { densityPanel } from "./density.js";
import { count, el, withoutWebGL } from "./dom.js";
import { pathPanel } from "./path.js";
import { pickedPanel } from "./picked.js";
import { loadPoints, PointView } from "./points.js";
import { Pen, Selection } from "./selection.js";
import { statePanel } from "./statemap.js";

export async function explorePage(content, name) {
  if (withoutWebGL()) throw new Error(withoutWebGL());
  const round = Number(new URLSearchParams(location.search).get("round") || 0);
  const points = await loadPoints(name, round);
  const view = new PointView();
  view.canvas.setAttribute("aria-label", "Particles in latent space: arrow keys move, + and − zoom; pick by class or range with the buttons beside");
  const selection = new Selection(points.count);
  const density = densityPanel(points, view);
  const path = pathPanel(points, view, density);
  const pen = new Pen(view, {
    done: (drawn) => selection.combine(drawn),
    clicked: (place) => pick(view, points, place, density),
  });
  const said = { x: el("span.axis.x"), y: el("span.axis.y") };
  view.element.append(said.x, said.y);
  const places = placesPanel(points, view, said);
  const colours = await coloursPanel(points, view, selection);
  places.changed = () => colours.again();
  keys(view, selection);
  content.classList.add("wide");
  content.replaceChildren(
    el("h1.small-title", {}, `${name}, round ${points.round}`, el("span.dim", {}, ` ${count(points.count)} particles`)),
    el("div.explorer", {},
      el("div.side", {}, places.element, colours.element, pickedPanel(points, selection)),
      el("section.panel", {}, toolbar(pen, view, selection), view.element, density.images),
      el("div.side.last", {}, density.element, path.element, statePanel(points, density, path))),
  );
  selection.addEventListener("change", () => view.setPicked(selection.picked, selection.count > 0));
  await places.draw();
  await colours.draw();
  const found = await points.more().catch((error) => {
    places.element.append(el("p.warn", {}, `No further columns: ${error.message}`));
    return [];
  });
  const more = found.map((one) => [one.id, one.title]);
  for (const control of [...places.columns, colours.by]) control.append(...options(more));
}

function field(label, control) {
  return el("label.field", {}, el("span", {}, label), control);
}

const options = (pairs, chosen) => pairs.map(([value, title]) => el("option", { value, selected: value === chosen }, title));
const choice = (pairs, chosen) => el("select", {}, options(pairs, chosen));

// Which columns a particle's place is made of.
function placesPanel(points, view, said) {
  const ways = [];
  const axes = (kind) => points.columns.filter((one) => one.id.startsWith(`${kind}_`)).map((one) => one.id);
  const known = [["UMAP", axes("umap2")], ["UMAP, three dimensions", axes("umap3")], ["Principal axes 1 and 2", axes("pc").slice(0, 2)], ["Principal axes 1 to 3", axes("pc").slice(0, 3)], ["t-SNE", axes("tsne")]];
  for (const [title, ids] of known) if (ids.length > 1 && !ways.some((way) => way[1].join() === ids.join())) ways.push([title, ids]);
  const single = axes("pc").length < 2;
  const start = single ? ["pc_1", points.has("probability") ? "probability" : "defocus"] : ways[0][1];
  const way = choice([...ways.map(([title], i) => [String(i), title]), ["any", "Any two columns"]], single ? "any" : "0");
  const columns = points.columns.map((one) => [one.id, one.title]);
  const x = choice(columns, start[0]), y = choice(columns, start[1]);
  const own = el("div", { hidden: !single }, field("across", x), field("up", y));
  const title = (id) => points.columns.find((one) => one.id === id)?.title ?? id;
  const panel = {
    columns: [x, y],
    changed: () => {},
    element: el("section.panel", {}, el("h2", {}, "Places"), roundChoice(points), field("view", way), own),
    async draw() {
      own.hidden = way.value !== "any";
      const ids = way.value === "any" ? [x.value, y.value] : ways[Number(way.value)][1].slice(0, 3);
      view.setPlaces(await Promise.all(ids.map((id) => points.column(id))), ids);
      said.x.textContent = ids.length > 2 ? `${ids.length} axes; “move” turns them` : `${title(ids[0])} →`;
      said.y.textContent = ids.length > 2 ? "" : `↑ ${title(ids[1])}`;
      panel.changed();
    },
  };
  for (const control of [way, x, y]) control.addEventListener("change", () => panel.draw());
  return panel;
}

function roundChoice(points) {
  if (points.rounds.length < 2) return null;
  const control = choice(points.rounds.map((round) => [String(round), `round ${round}`]), String(points.round));
  control.addEventListener("change", () => location.assign(`?round=${control.value}`));
  return field("round", control);
}

// By what particles are coloured; classes and ranges are picked here too.
async function coloursPanel(points, view, selection) {
  const own = points.columns.filter((one) => !/^(pc|umap|tsne)/.test(one.id)).map((one) => [one.id, one.title]);
  const rest = points.columns.filter((one) => /^(pc|umap|tsne)/.test(one.id)).map((one) => [one.id, one.title]);
  const by = choice([...own, ["density", "density of particles"], ...rest], points.classes.length ? "class" : "density");
  const legend = el("div");
  const panel = {
    by,
    element: el("section.panel", {}, el("h2", {}, "Colour"), field("by", by), legend),
    classes: points.classes.length ? await points.column("class") : null,
    again() {
      if (by.value === "density") panel.draw();
    },
    async draw() {
      if (by.value === "class") {
        view.setColours(points.classColours(panel.classes));
        legend.replaceChildren(classList(points, panel.classes, selection));
        return;
      }
      const values = by.value === "density" ? densities(view) : await points.column(by.value);
      const about = points.columns.find((one) => one.id === by.value);
      const scale = about?.scale === "turn" ? "turn" : "viridis";
      const [low, high] = range(values);
      view.setColours(tones(values, low, high, palette(scale)));
      legend.replaceChildren(...scaleOf(scale, low, high, by.value === "density" ? null : (low, high) => selection.combine({ within: (i) => values[i] >= low && values[i] <= high, step: { range: { column: by.value, low, high } } })));
    },
  };
  by.addEventListener("change", () => panel.draw());
  return panel;
}

function classList(points, classes, selection) {
  const rows = points.classes.map((one) => {
    const dot = el("span.dot");
    dot.style.background = one.colour;
    const number = el("span.count", {}, count(one.particles));
    const button = el("button", { type: "button", title: `Pick ${one.title}`, "data-class": one.class, onclick: () => selection.combine({ within: (i) => classes[i] === one.class, step: { class: one.class } }) }, dot, one.title, number);
    return { one, number, element: el("li", {}, button) };
  });
  const update = () => {
    const counts = new Map();
    if (selection.count) for (let i = 0; i < classes.length; i++) if (selection.picked[i]) counts.set(classes[i], (counts.get(classes[i]) || 0) + 1);
    for (const { one, number } of rows) number.textContent = selection.count ? `${count(counts.get(one.class) || 0)} of ${count(one.particles)}` : count(one.particles);
  };
  selection.addEventListener("change", update);
  update();
  return el("ul.classes", {}, rows.map((row) => row.element));
}

const brief = (value) => String(Number(value.toPrecision(3)));

function scaleOf(scale, low, high, pickRange) {
  const bar = el("span.bar");
  bar.style.background = gradient(scale);
  const shown = el("div.row.small", {}, brief(low), bar, brief(high));
  if (!pickRange) return [shown];
  const from = el("input", { type: "text", inputmode: "decimal", value: brief(low), "aria-label": "from" });
  const to = el("input", { type: "text", inputmode: "decimal", value: brief(high), "aria-label": "to" });
  const button = el("button", { type: "button", onclick: () => Number.isFinite(Number(from.value) + Number(to.value)) && pickRange(Number(from.value), Number(to.value)) }, "pick this range");
  return [shown, el("div.row", {}, from, to), button];
}

function range(values) {
  const step = Math.max(1, Math.floor(values.length / 20000));
  const some = [];
  for (let i = 0; i < values.length; i += step) if (Number.isFinite(values[i])) some.push(values[i]);
  some.sort((a, b) => a - b);
  const low = some[Math.floor(0.01 * some.length)] ?? 0, high = some[Math.ceil(0.99 * some.length) - 1] ?? 1;
  return low < high ? [low, high] : [low, low + 1];
}

function tones(values, low, high, scale) {
  const table = Array.from({ length: 256 }, (_, i) => scale(i / 255));
  const made = new Uint8Array(3 * values.length);
  for (let i = 0; i < values.length; i++) {
    const at = Math.round((255 * (values[i] - low)) / (high - low));
    made.set(Number.isNaN(at) ? [150, 150, 150] : table[Math.min(255, Math.max(0, at))], 3 * i);
  }
  return made;
}

// How many particles lie about each one, as the view shows them (cells of a grid, smoothed).
function densities(view) {
  const size = 220, grid = new Float32Array(size * size), at = new Int32Array(view.count);
  const cell = (value) => Math.min(size - 1, Math.max(0, Math.floor(((value + 1) / 2) * size)));
  for (let i = 0; i < view.count; i++) {
    at[i] = cell(view.places[3 * i + 1]) * size + cell(view.places[3 * i]);
    grid[at[i]]++;
  }
  let smooth = grid;
  for (let pass = 0; pass < 3; pass++) {
    const next = new Float32Array(size * size);
    for (let y = 1; y < size - 1; y++) for (let x = 1; x < size - 1; x++) {
      const k = y * size + x;
      next[k] = (2 * smooth[k] + smooth[k - 1] + smooth[k + 1] + smooth[k - size] + smooth[k + size]) / 6;
    }
    smooth = next;
  }
  const made = new Float32Array(view.count);
  for (let i = 0; i < view.count; i++) made[i] = Math.sqrt(smooth[at[i]]);
  return made;
}

function toolbar(pen, view, selection) {
  const group = (label, options, chosen, set) => {
    const buttons = options.map(([value, title, help]) => el("button", { type: "button", "aria-pressed": String(value === chosen), title: help, onclick: () => {
      set(value);
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(options[i][0] === value)));
    } }, title));
    return el("div.modes", { role: "group", "aria-label": label }, buttons);
  };
  const modes = group("What a drag does", [["lasso", "lasso", "Draw around particles"], ["box", "box", "Draw a rectangle"], ["move", "move", "Move the view; turn it where there are three axes"]], "lasso", (mode) => (pen.mode = mode));
  const hows = group("What becomes of a new set", [["new", "new", "Replace what is picked"], ["add", "add", "Union"], ["subtract", "subtract", "Difference"], ["within", "within", "Intersection"]], "new", (how) => (selection.how = how));
  const undo = el("button", { type: "button", onclick: () => selection.undo(), title: "Ctrl+Z" }, "undo");
  const buttons = el("div.modes", {},
    el("button", { type: "button", onclick: () => selection.invert() }, "invert"),
    el("button", { type: "button", onclick: () => selection.clear(), title: "Escape" }, "clear"), undo,
    el("button", { type: "button", onclick: () => view.reset() }, "whole view"));
  return el("div.tools", {}, modes, hows, buttons);
}

function keys(view, selection) {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "z") selection.undo();
    else if (event.key === "Escape") selection.clear();
    else return;
    event.preventDefault();
  });
  view.canvas.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: [30, 0], ArrowRight: [-30, 0], ArrowUp: [0, 30], ArrowDown: [0, -30] }[event.key];
    if (move && view.solid && !event.shiftKey) view.turn(-move[1] * 0.004, -move[0] * 0.004);
    else if (move) view.pan(...move);
    else if (event.key === "+" || event.key === "=") view.zoom(0.85);
    else if (event.key === "-") view.zoom(1 / 0.85);
    else return;
    event.preventDefault();
  });
}

// The particle nearest to a place on the canvas, and what the model has there.
function pick(view, points, [x, y], density) {
  const places = view.toScreen();
  let best = -1, least = 400;
  for (let i = 0; i < points.count; i++) {
    const far = (places[2 * i] - x) ** 2 + (places[2 * i + 1] - y) ** 2;
    if (far < least) [least, best] = [far, i];
  }
  if (best >= 0) density.show(best);
}
