// Which particles are picked: sets over each other, with a way back.
import { el } from "./dom.js";

const KEPT = 40;

export class Selection extends EventTarget {
  constructor(count) {
    super();
    this.picked = new Uint8Array(count);
    this.before = [];
    this.count = 0;
    this.how = "replace";
  }

  // Combine with a function of the row that says whether it is in the new set.
  combine(within, how = this.how) {
    const old = this.picked, made = new Uint8Array(old.length);
    let count = 0;
    for (let i = 0; i < made.length; i++) {
      const now = within(i);
      const value = how === "add" ? old[i] || now : how === "subtract" ? old[i] && !now : how === "intersect" ? old[i] && now : now;
      if (value) {
        made[i] = 1;
        count++;
      }
    }
    this.before.push(old);
    if (this.before.length > KEPT) this.before.shift();
    this.set(made, count);
  }

  invert() {
    const old = this.picked;
    this.combine((i) => !old[i], "replace");
  }

  clear() {
    if (this.count) this.combine(() => false, "replace");
  }

  undo() {
    const old = this.before.pop();
    if (old) this.set(old, old.reduce((sum, value) => sum + value, 0));
  }

  set(picked, count) {
    this.picked = picked;
    this.count = count;
    this.dispatchEvent(new Event("change"));
  }

  // One bit a particle, the first in the lowest bit.
  bits() {
    const made = new Uint8Array(Math.ceil(this.picked.length / 8));
    for (let i = 0; i < this.picked.length; i++) if (this.picked[i]) made[i >> 3] |= 1 << (i & 7);
    return made;
  }
}

// Draws a lasso or a box over a view; `done` is given a function of a row, `clicked` a place on the canvas.
export class Pen {
  constructor(view, { done, clicked }) {
    this.view = view;
    this.mode = "lasso";
    this.overlay = el("canvas.overlay", { "aria-hidden": "true" });
    view.element.append(this.overlay);
    let path = null, moved = false;
    const at = (event) => [event.offsetX, event.offsetY];
    view.canvas.addEventListener("pointerdown", (event) => {
      view.canvas.setPointerCapture(event.pointerId);
      path = [at(event)];
      moved = false;
    });
    view.canvas.addEventListener("pointermove", (event) => {
      if (!path) return;
      const now = at(event), last = path.at(-1);
      if (Math.hypot(now[0] - path[0][0], now[1] - path[0][1]) > 4) moved = true;
      if (!moved) return;
      if (this.mode === "move") {
        if (view.solid && !event.shiftKey) view.turn((now[1] - last[1]) * 0.01, (now[0] - last[0]) * 0.01);
        else view.pan(now[0] - last[0], now[1] - last[1]);
        path = [now];
        return;
      }
      if (this.mode === "box") path = [path[0], now];
      else path.push(now);
      this.draw(path);
    });
    view.canvas.addEventListener("pointerup", (event) => {
      const drawn = path;
      path = null;
      this.clear();
      if (!drawn) return;
      if (!moved) clicked(at(event));
      else if (this.mode !== "move") done(this.inside(drawn));
    });
    view.canvas.addEventListener("pointercancel", () => {
      path = null;
      this.clear();
    });
    view.canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      view.zoom(Math.exp(event.deltaY * 0.0015), at(event));
    }, { passive: false });
  }

  outline(path) {
    const shape = new Path2D();
    if (this.mode === "box") {
      const [[x0, y0], [x1, y1]] = [path[0], path.at(-1)];
      shape.rect(x0, y0, x1 - x0, y1 - y0);
    } else {
      path.forEach(([x, y], i) => (i ? shape.lineTo(x, y) : shape.moveTo(x, y)));
      shape.closePath();
    }
    return shape;
  }

  draw(path) {
    const { clientWidth: width, clientHeight: height } = this.overlay;
    Object.assign(this.overlay, { width, height });
    const context = this.overlay.getContext("2d");
    const tone = getComputedStyle(this.overlay).getPropertyValue("--accent");
    const shape = this.outline(path);
    context.strokeStyle = tone;
    context.fillStyle = tone;
    context.lineWidth = 2;
    context.globalAlpha = 0.12;
    context.fill(shape, "evenodd");
    context.globalAlpha = 1;
    context.stroke(shape);
  }

  clear() {
    this.overlay.width = this.overlay.width + 0;
  }

  // The outline is painted once, and each particle looks up whether its pixel is painted: as fast for any outline.
  inside(path) {
    const { clientWidth: width, clientHeight: height } = this.view.canvas;
    const sheet = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    sheet.fill(this.outline(path), "evenodd");
    const { data } = sheet.getImageData(0, 0, width, height);
    const places = this.view.toScreen();
    return (i) => {
      const x = places[2 * i] | 0, y = places[2 * i + 1] | 0;
      return x >= 0 && y >= 0 && x < width && y < height && data[4 * (y * width + x) + 3] > 127;
    };
  }
}
