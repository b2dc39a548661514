// The map at a point from the images near it (`cryo state`): begun, followed, and shown with its half maps.
import { fscChart } from "./charts.js";
import { angstrom, command, count, el, json, post } from "./dom.js";
import { loadVolume } from "./view3d.js";

export function statePanel(points, density, path) {
  const said = el("div", { role: "status" });
  const found = el("div");
  const ofParticle = el("button.first", { type: "button", disabled: true }, "at the particle shown");
  const ofPath = el("button", { type: "button" }, "along the path");
  const last = points.round === points.rounds.at(-1);
  let asked = "";

  async function make(at) {
    const query = at.map((point) => `at=${encodeURIComponent(point)}`).join("&");
    asked = query;
    found.replaceChildren();
    said.replaceChildren("…");
    try {
      const base = `/api/explore/${points.name}/states`;
      let state = await json(`${base}?${query}`);
      let line = null;
      if (!state.states.length) {
        line = command((await (await post(`${base}/make?${query}`)).json()).command);
        do {
          await new Promise((done) => setTimeout(done, 1000));
          state = await json(`${base}?${query}`);
          if (asked !== query) return;
          said.replaceChildren(el("p.small", {}, `It runs, and goes on when this page is closed. ${state.run?.line ?? ""}`), line);
        } while (!state.states.length && state.run?.goes_on);
      }
      if (!state.states.length) throw new Error(state.run?.failed.join("; ") || "nothing was made");
      said.replaceChildren(...(line ? [line] : []));
      show(state.states);
    } catch (error) {
      said.replaceChildren(el("p.warn", {}, error.message));
    }
  }

  function show(states) {
    const which = el("select", { "aria-label": "State" }, states.map((one, i) => el("option", { value: String(i) }, one.at)));
    const map = el("select", { "aria-label": "Map of the state" });
    const body = el("div");
    const put = async () => {
      const { volume, mask } = states[Number(which.value)].maps[Number(map.value)];
      density.put(await loadVolume(`${volume}?mask=${encodeURIComponent(mask)}`), { fresh: true });
    };
    const draw = () => {
      const one = states[Number(which.value)];
      map.replaceChildren(...one.maps.map((each, i) => el("option", { value: String(i) }, each.title)));
      const facts = [["resolution", one.resolution === null ? "refused" : angstrom(one.resolution)], ["images", `${count(one.images)}, which count as ${count(Math.round(one.effective))}`]];
      body.replaceChildren(el("dl.facts", {}, facts.map(([what, value]) => [el("dt", {}, what), el("dd", {}, value)])),
        el("p.dim.small", {}, `The guard: ${one.guard}.`), one.fsc ? fscChart(one.fsc) : "",
        el("div.links", {}, one.maps.map((each) => el("a", { href: each.file, download: true }, each.title)), el("a", { href: one.particles, download: true }, "its particles")));
      put().catch((error) => body.append(el("p.warn", {}, error.message)));
    };
    which.addEventListener("change", draw);
    map.addEventListener("change", put);
    found.replaceChildren(el("div.row", {}, states.length > 1 ? which : null, map), body);
    draw();
  }

  density.changed.addEventListener("change", () => (ofParticle.disabled = !last));
  ofParticle.addEventListener("click", () => make([`particle:${density.row + 1}`]));
  ofPath.addEventListener("click", () => {
    const stops = path.stops();
    if (stops.length < 2) said.replaceChildren(el("p.warn", {}, "Add two particles to the path first."));
    else make(stops.slice(1).map((row, i) => `path:particle:${stops[i] + 1},particle:${row + 1}`));
  });
  ofPath.disabled = !last;
  return el("section.panel", { id: "state-map" }, el("h2", {}, "Map from the images near it"),
    el("p.dim.small", {}, last ? "No model: half maps, FSC, and the particles with how much each counts." : "It rests on the last round: choose that one."),
    el("div.modes", {}, ofParticle, ofPath), said, found);
}
