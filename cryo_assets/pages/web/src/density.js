// The density that the latent model has at a particle, and the images that lie nearest.
import { command, count, el } from "./dom.js";
import { loadVolume, Pose, SurfaceView } from "./view3d.js";

export function densityPanel(points, cloud) {
  const pose = new Pose();
  pose.spinning = false;
  const view = new SurfaceView(pose, "Density");
  const level = el("input", { type: "range", min: "0", max: "1000", "aria-label": "Threshold of the density" });
  const said = el("p.small", { role: "status" }, "Click a particle: the density that the model has there.");
  const figure = el("div");
  const compare = el("input", { type: "checkbox" });
  const line = el("div");
  let volume = null, kept = null, row = -1;
  const toLevel = (one) => one.least + ((one.most - one.least) * level.value) / 1000;
  const number = el("input", { type: "text", inputmode: "numeric", placeholder: "particle", "aria-label": "Number of a particle", size: "8" });

  function draw() {
    if (!volume) return;
    const layers = [{ volume, level: toLevel(volume), colour: "#2a9d8f" }];
    if (compare.checked && kept) layers.push({ volume: kept, level: toLevel(volume), colour: "#d1793b", opacity: 0.45 });
    view.show(layers);
  }
  const panel = {
    element: el("section.panel", { id: "density" }, el("h2", {}, "Density"), said, el("div.stage", {}, view.canvas),
      el("div.row", {}, level), el("label.check.small", {}, compare, "over the one before (orange)"),
      el("form.row", { onsubmit: (event) => { event.preventDefault(); panel.show(Number(number.value) - 1); } }, number, el("button", {}, "show")),
      figure, line),
    async show(at) {
      const began = performance.now();
      row = at;
      if (at >= 0 && at < points.count) cloud.mark(at);
      view.canvas.dataset.state = "loading";
      try {
        const query = `round=${points.round}&row=${at}`;
        const made = await loadVolume(`/api/explore/${points.name}/density?${query}`, 64);
        if (row !== at) return;
        kept = volume;
        volume = made;
        if (!kept) level.value = String(Math.round((1000 * (made.level - made.least)) / (made.most - made.least)));
        draw();
        const took = (performance.now() - began) / 1000;
        view.canvas.dataset.took = took.toFixed(2);
        said.textContent = `Particle ${count(at + 1)}, ${took.toFixed(2)} s`;
        view.canvas.dataset.state = "ready";
        line.replaceChildren(command(`cryo volumes ${points.name} --round ${points.round} --particles ${at + 1} -o density`));
        const picture = el("img.montage", { src: `/api/explore/${points.name}/nearest.png?${query}`, alt: `The images nearest to particle ${at + 1}` });
        figure.replaceChildren(el("p.dim.small", {}, "The images that lie nearest, as they are above, low-passed to 20 Å below:"), picture);
      } catch (error) {
        said.textContent = error.message;
      }
    },
  };
  let due = 0;
  level.addEventListener("input", () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(draw);
  });
  compare.addEventListener("change", draw);
  return panel;
}
