// A path by particles that are clicked one after the other: a movie of the model's density along it, and its maps.
import { command, count, el, json } from "./dom.js";
import { OURS } from "./density.js";
import { loadVolume, meshOf } from "./view3d.js";

export function pathPanel(points, cloud, density) {
  const stops = [];
  const clicks = el("input", { type: "checkbox" });
  const said = el("p.small", { role: "status" }, "Two or more particles, in order: the path goes where particles are dense.");
  const length = el("input", { type: "range", min: "4", max: "40", value: "12", "aria-label": "Maps on the path" });
  const add = el("button", { type: "button", disabled: true }, "add the particle shown");
  const play = el("button.first", { type: "button", disabled: true }, "play");
  const clear = el("button", { type: "button", disabled: true }, "clear");
  const at = el("input", { type: "range", min: "0", max: "0", value: "0", disabled: true, "aria-label": "Place on the path" });
  const links = el("div");
  let frames = [], rows = [], made = "", playing = false, way = 1;
  const query = () => `round=${points.round}&rows=${stops.join(",")}&points=${length.value}`;
  const words = () => stops.map((row) => count(row + 1)).join(" → ");

  function forget() {
    playing = false;
    frames = [];
    made = "";
    at.disabled = true;
    play.textContent = "play";
    play.disabled = stops.length < 2;
    clear.disabled = !stops.length;
    cloud.trace(rows = [], stops);
    said.textContent = stops.length ? `${words()}, ${length.value} maps` : "Two or more particles, in order: the path goes where particles are dense.";
    links.replaceChildren();
  }

  function put(row) {
    if (row < 0 || row === stops.at(-1)) return;
    stops.push(row);
    forget();
  }

  async function load() {
    const asked = query();
    const base = `/api/explore/${points.name}`;
    const found = await json(`${base}/path?${asked}`);
    rows = found.rows;
    cloud.trace(rows, stops);
    for (let i = 0; i < rows.length; i++) {
      frames.push({ volume: await loadVolume(`${base}/frame?${asked}&frame=${i}`, 64), mesh: null, level: NaN });
      said.textContent = `${words()}: map ${i + 1} of ${rows.length}`;
      if (asked !== query()) return;
    }
    made = asked;
    Object.assign(at, { max: String(frames.length - 1), disabled: false, value: "0" });
    links.replaceChildren(el("a.button", { href: `${base}/path.zip?${asked}`, download: true }, "save its maps, with ChimeraX's script"), command(found.command));
    said.textContent = `${words()}, ${frames.length} maps`;
  }

  function draw() {
    const frame = frames[Number(at.value)];
    if (!frame) return;
    const first = frames[0].volume;
    const level = density.toLevel(first);
    if (frame.level !== level) {
      frame.mesh?.geometry.dispose();
      Object.assign(frame, { level, mesh: meshOf({ volume: frame.volume, level, colour: OURS }) });
    }
    density.put(frame.volume, { ready: [{ mesh: frame.mesh, kept: true }] });
    cloud.mark(rows[Number(at.value)]);
  }

  function step() {
    if (!playing) return;
    const next = Number(at.value) + way;
    if (next < 0 || next >= frames.length) way = -way;
    at.value = String(Number(at.value) + way);
    draw();
    setTimeout(step, 130);
  }

  play.addEventListener("click", async () => {
    if (playing) {
      playing = false;
      play.textContent = "play";
      return;
    }
    play.disabled = true;
    try {
      if (made !== query()) await load();
      if (made !== query()) return;
      density.put(frames[0].volume, { fresh: true });
      playing = true;
      play.textContent = "stop";
      step();
    } catch (error) {
      said.textContent = error.message;
    } finally {
      play.disabled = stops.length < 2;
    }
  });
  add.addEventListener("click", () => put(density.row));
  clear.addEventListener("click", () => {
    stops.length = 0;
    forget();
  });
  at.addEventListener("input", draw);
  length.addEventListener("change", forget);
  density.changed.addEventListener("change", () => {
    add.disabled = false;
    if (clicks.checked) put(density.row);
  });
  const element = el("section.panel", { id: "path" }, el("h2", {}, "Path"), said, el("label.check.small", {}, clicks, "each particle that is clicked is added"),
    el("label.row.small", {}, "maps", length), el("div.modes", {}, add, clear, play), el("div.row", {}, at), links);
  return { element, stops: () => [...stops] };
}
