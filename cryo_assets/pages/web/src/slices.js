// A plane through maps, side by side in one scale of grey: from less than the solvent to three times the surface's level.
import { el } from "./dom.js";

const AXES = { z: [2, 1, 0], y: [2, 0, 1], x: [1, 0, 2] };

export class SliceView {
  constructor() {
    this.canvas = el("canvas.slice", { role: "img", "aria-label": "A plane through the map" });
    this.axis = el("select", { "aria-label": "Direction of the plane" }, Object.keys(AXES).map((name) => el("option", { value: name }, `along ${name}`)));
    this.place = el("input", { type: "range", min: "0", max: "1000", value: "500", "aria-label": "Place of the plane" });
    this.element = el("div", {}, el("div.stage", {}, this.canvas), el("div.row", {}, this.axis, this.place));
    this.volumes = [];
    for (const control of [this.axis, this.place]) control.addEventListener("input", () => this.draw());
  }

  show(volumes) {
    this.volumes = volumes;
    this.draw();
  }

  draw() {
    if (!this.volumes.length) return;
    const planes = this.volumes.map((volume) => planeOf(volume, this.axis.value, this.place.value / 1000));
    const wide = planes.reduce((sum, plane) => sum + plane.width, 0), tall = Math.max(...planes.map((plane) => plane.height));
    Object.assign(this.canvas, { width: wide + 2 * (planes.length - 1), height: tall });
    const context = this.canvas.getContext("2d");
    let left = 0;
    for (const plane of planes) {
      context.putImageData(plane, left, 0);
      left += plane.width + 2;
    }
  }
}

// y (or z) upwards, as in the pictures of slices.
function planeOf({ data, shape, level }, name, share) {
  const [across, up, along] = AXES[name];
  const sizes = [shape[2], shape[1], shape[0]], steps = [1, shape[2], shape[2] * shape[1]];
  const width = sizes[across], height = sizes[up], at = Math.round(share * (sizes[along] - 1)) * steps[along];
  const made = new ImageData(width, height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = data[at + column * steps[across] + (height - 1 - row) * steps[up]];
      const grey = (255 * (value / level + 1)) / 4;
      made.data.set([grey, grey, grey, 255], 4 * (row * width + column));
    }
  }
  return made;
}
