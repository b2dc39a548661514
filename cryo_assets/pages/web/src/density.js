// The density that the latent model has at a particle, beside another one, and the images that lie nearest.
import { command, count, el } from "./dom.js";
import { SliceView } from "./slices.js";
import { loadVolume, Pose, SurfaceView } from "./view3d.js";

export const OURS = "#2a9d8f", OTHERS = "#d1793b";
const ROWS = ["as they are", "low-passed to 20 Å", "projection of the density", "what it leaves"];

export function densityPanel(points, cloud) {
  const pose = new Pose();
  pose.spinning = false;
  const view = new SurfaceView(pose, "Density"), slices = new SliceView();
  const level = el("input", { type: "range", min: "0", max: "1000", "aria-label": "Threshold of the density" });
  const said = el("p.small", { role: "status" }, "Click a particle: the density that the model has there.");
  const how = choice("How the density is shown", [["surface", "surface"], ["slice", "slice"]]);
  const beside = choice("What it is shown with", [["alone", "alone"], ["over", "with the reference"], ["difference", "difference"]]);
  const keep = el("button", { type: "button", disabled: true, title: "Until then the reference is the density before" }, "keep as reference");
  const note = el("p.dim.small", { role: "status" }), line = el("div"), images = el("div");
  const number = el("input", { type: "text", inputmode: "numeric", placeholder: "particle", "aria-label": "Number of a particle", size: "8" });
  let volume = null, reference = null, pinned = false;
  const toLevel = (one) => one.least + ((one.most - one.least) * level.value) / 1000;
  slices.element.hidden = true;

  function draw() {
    if (!volume) return;
    const flat = how.value === "slice", like = reference && reference.shape.join() === volume.shape.join();
    const other = beside.value !== "alone" && (like || beside.value === "over") ? reference : null;
    note.textContent = other ? (beside.value === "over" ? "Orange: the reference." : "Green: more than the reference; red: less (3 σ of the difference).") : beside.value === "alone" ? "" : reference ? "The reference has another box: no difference is taken." : "There is no reference yet: click another particle.";
    slices.element.hidden = !flat;
    view.canvas.parentElement.hidden = flat;
    if (flat) slices.show(other ? [volume, beside.value === "difference" ? differenceOf(volume, other) : other] : [volume]);
    else view.show(layersOf(volume, toLevel(volume), other, beside.value));
  }

  const panel = {
    row: -1,
    changed: new EventTarget(),
    draw,
    // Show a map that is already here; the level stays where a person put it, unless the map is of another kind.
    put(made, { fresh = false, ready = null } = {}) {
      if (!pinned && volume && !ready) reference = volume;
      const first = !volume || fresh;
      volume = made;
      keep.disabled = false;
      if (first) level.value = String(Math.round((1000 * (made.level - made.least)) / (made.most - made.least)));
      if (ready && how.value === "surface") view.show(ready);
      else draw();
      view.canvas.dataset.state = "ready";
    },
    async show(at) {
      const began = performance.now();
      panel.row = at;
      if (at >= 0 && at < points.count) cloud.mark(at);
      view.canvas.dataset.state = "loading";
      try {
        const query = `round=${points.round}&row=${at}`;
        const made = await loadVolume(`/api/explore/${points.name}/density?${query}`, 64);
        if (panel.row !== at) return;
        panel.put(made);
        const took = (performance.now() - began) / 1000;
        view.canvas.dataset.took = took.toFixed(2);
        said.textContent = `Particle ${count(at + 1)}, ${took.toFixed(2)} s`;
        line.replaceChildren(command(`cryo volumes ${points.name} --round ${points.round} --particles ${at + 1} -o density`));
        images.replaceChildren(nearest(`/api/explore/${points.name}/nearest.png?${query}`, at));
        panel.changed.dispatchEvent(new Event("change"));
      } catch (error) {
        said.textContent = error.message;
      }
    },
  };
  panel.element = el("section.panel", { id: "density" }, el("h2", {}, "Density"), said, el("div.stage", {}, view.canvas), slices.element,
    el("div.row", {}, level), el("div.row", {}, how, beside), note, keep,
    el("form.row", { onsubmit: (event) => { event.preventDefault(); panel.show(Number(number.value) - 1); } }, number, el("button", {}, "show")), line);
  panel.images = images;
  panel.toLevel = toLevel;
  keep.addEventListener("click", () => {
    reference = volume;
    pinned = true;
    keep.textContent = "reference kept: change it to this";
    draw();
  });
  let due = 0;
  level.addEventListener("input", () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(draw);
  });
  for (const control of [how, beside]) control.addEventListener("change", draw);
  return panel;
}

const choice = (label, pairs) => el("select", { "aria-label": label }, pairs.map(([value, title]) => el("option", { value }, title)));

function layersOf(volume, at, other, how) {
  const layers = [{ volume, level: at, colour: OURS, opacity: how === "difference" && other ? 0.35 : 1 }];
  if (!other || how === "alone") return layers;
  if (how === "over") return [...layers, { volume: other, level: at, colour: OTHERS, opacity: 0.45 }];
  const difference = differenceOf(volume, other);
  const strong = Math.max(3 * difference.deviation, 0.15 * at);
  return [
    ...(difference.most > strong ? [{ volume: difference, level: strong, colour: "#3f9b46" }] : []),
    ...(difference.least < -strong ? [{ volume: negated(difference), level: strong, colour: "#c43a3a" }] : []),
    ...layers,
  ];
}

// What one map has more than another; both are at the model's one scale.
function differenceOf(a, b) {
  const data = a.data.map((value, i) => value - b.data[i]);
  let least = Infinity, most = -Infinity, sum = 0, squares = 0;
  for (const value of data) {
    if (value < least) least = value;
    if (value > most) most = value;
    sum += value;
    squares += value * value;
  }
  return { ...a, data, least, most, deviation: Math.sqrt(Math.max(0, squares / data.length - (sum / data.length) ** 2)) };
}

const negated = (one) => ({ ...one, data: one.data.map((value) => -value), least: -one.most, most: -one.least });

function nearest(address, at) {
  const picture = el("img.montage", { src: address, alt: `The images nearest to particle ${at + 1}: ${ROWS.join(", ")}` });
  return el("figure.nearest", {}, el("div.labels", { "aria-hidden": "true" }, ROWS.map((words) => el("span", {}, words))), el("a", { href: address, target: "_blank", rel: "noreferrer", title: "Open it alone" }, picture));
}
