// A card for each class or map: its surface, numbers and curves.
import { fscChart } from "./charts.js";
import { gradient } from "./colours.js";
import { angstrom, el, section, withoutWebGL } from "./dom.js";
import { loadVolume, Pose, SurfaceView } from "./view3d.js";

export function cards(data) {
  if (!data.cards.length) return null;
  const pose = new Pose();
  const spin = el("input", { type: "checkbox", checked: pose.spinning, onchange: (event) => (pose.spinning = event.target.checked) });
  setInterval(() => (spin.checked = pose.spinning), 500);
  const span = { low: Infinity, high: -Infinity };
  const sides = data.cards.map((card) => cardOf(card, pose, span));
  const local = data.cards.some((card) => card.maps.some((map) => map.resolution));
  const paint = el("input", { type: "checkbox", onchange: (event) => sides.forEach((side) => side.paint(event.target.checked)) });
  const tools = el("div.tools", {}, el("label.check", {}, spin, "turn"), local ? el("label.check", {}, paint, "colour by local resolution") : null,
    el("span.dim", {}, "Drag, or arrow keys, to turn all; wheel, or + and −, to zoom."));
  const title = data.kind === "map" ? "Maps" : "States";
  return section("maps", title, tools, el("div.cards", {}, sides.map((side) => side.element)));
}

// `span`: the range of local resolution over all cards, which have one scale of colours.
export function cardOf(card, pose, span, whose = "") {
  const view = new SurfaceView(pose, `${card.title} ${whose}`.trim());
  const choose = el("select", { "aria-label": `Map of ${card.title} ${whose}`.trim() }, card.maps.map((map, i) => el("option", { value: String(i) }, map.title)));
  const level = el("input", { type: "range", min: "0", max: "1000", value: "300", "aria-label": `Threshold of ${card.title} ${whose}`.trim() });
  const said = el("output.dim", {});
  const scale = el("div.scale", { hidden: true });
  let volume, painted = false, resolution = null;

  const toLevel = () => volume.least + ((volume.most - volume.least) * level.value) / 1000;
  function draw() {
    if (!volume) return;
    view.show([{ volume, level: toLevel(), colour: card.colour, resolution: painted && resolution ? { ...resolution, span: [span.low, span.high] } : null }]);
    said.textContent = `${(toLevel() / (volume.deviation || 1)).toFixed(1)} σ`;
  }
  async function load() {
    const map = card.maps[Number(choose.value)];
    view.canvas.dataset.state = "loading";
    volume = await loadVolume(map.mask ? `${map.volume}?mask=${encodeURIComponent(map.mask)}` : map.volume);
    resolution = map.resolution ? await loadVolume(map.resolution) : null;
    if (resolution) Object.assign(span, { low: Math.min(span.low, resolution.span[0]), high: Math.max(span.high, resolution.span[1]) });
    level.value = String(Math.round((1000 * (volume.level - volume.least)) / (volume.most - volume.least)));
    draw();
    view.canvas.dataset.state = "ready";
  }
  let due = 0;
  level.addEventListener("input", () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(draw);
  });
  choose.addEventListener("change", load);
  if (withoutWebGL()) said.textContent = withoutWebGL();
  else if (card.maps.length) load().catch((error) => (said.textContent = error.message));
  const facts = el("dl.facts", {}, card.facts.map(([what, value]) => [el("dt", {}, what), el("dd", {}, value)]));
  const element = el("article.card", { "data-title": card.title },
    el("h3", {}, el("span.dot", { "data-colour": card.colour }), whose || card.title, card.accepted === false ? el("span.pill.bad", {}, "refused") : null),
    card.maps.length ? el("div.stage", {}, view.canvas, scale) : null,
    card.maps.length ? el("div.row", {}, choose, level, said) : null,
    facts,
    card.remark ? el("p.warn", {}, `Distrust the number: ${card.remark}.`) : null,
    card.said ? el("p.dim.small", {}, card.said) : null,
    card.fsc ? fscChart(card.fsc, card.colour) : null,
    el("div.links", {}, card.maps.map((map) => el("a", { href: map.file, download: true }, map.title)), card.fsc ? el("a", { href: card.fsc.file, download: true }, "FSC") : null));
  element.querySelector(".dot").style.background = card.colour;
  return {
    element,
    paint(on) {
      painted = on;
      draw();
      scale.hidden = !(on && resolution);
      if (!resolution) return;
      const bar = el("span.bar");
      bar.style.background = gradient("resolution");
      scale.replaceChildren(el("span", {}, angstrom(span.low)), bar, el("span", {}, angstrom(span.high)));
    },
  };
}
