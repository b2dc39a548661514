// Which particles are picked: sets over each other, with a way back.
import { el } from "./dom.js";

const KEPT = 40;

export class Selection extends EventTarget {
  constructor(count) {
    super();
    this.now = { picked: new Uint8Array(count), count: 0, steps: [] };
    this.before = [];
    this.how = "new";
  }

  get picked() {
    return this.now.picked;
  }

  get count() {
    return this.now.count;
  }

  // Combine with a set: a function of the row that says whether it is in it, and the same in words for the server.
  combine({ within, step }, how = this.how) {
    const old = this.picked, picked = new Uint8Array(old.length);
    let count = 0;
    for (let i = 0; i < picked.length; i++) {
      const now = within(i);
      if (how === "add" ? old[i] || now : how === "subtract" ? old[i] && !now : how === "within" ? old[i] && now : now) {
        picked[i] = 1;
        count++;
      }
    }
    this.set(picked, count, how === "new" ? [{ how, ...step }] : [...this.now.steps, { how, ...step }]);
  }

  invert() {
    this.set(this.picked.map((value) => 1 - value), this.picked.length - this.count, [...this.now.steps, { how: "invert" }]);
  }

  clear() {
    if (this.count) this.set(new Uint8Array(this.picked.length), 0, []);
  }

  set(picked, count, steps) {
    this.before.push(this.now);
    if (this.before.length > KEPT) this.before.shift();
    this.now = { picked, count, steps };
    this.dispatchEvent(new Event("change"));
  }

  undo() {
    this.now = this.before.pop() ?? this.now;
    this.dispatchEvent(new Event("change"));
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

  // The outline is painted once, and each particle looks up whether its pixel is painted: as fast for any outline. On
  // the line itself, and beyond the canvas, the sum is done that the server does.
  inside(path) {
    const corners = this.mode === "box" ? box(path[0], path.at(-1)) : thinned(path);
    const { clientWidth: width, clientHeight: height } = this.view.canvas;
    const shape = new Path2D();
    corners.forEach(([x, y], i) => (i ? shape.lineTo(x, y) : shape.moveTo(x, y)));
    shape.closePath();
    const filled = painted(width, height, (sheet) => sheet.fill(shape, "evenodd"));
    const near = painted(width, height, (sheet) => Object.assign(sheet, { lineWidth: 4 }).stroke(shape));
    const { outline, holds } = this.view.outline(corners);
    const places = this.view.toScreen();
    const [left, right] = ends(corners.map((corner) => corner[0])), [top, bottom] = ends(corners.map((corner) => corner[1]));
    const within = (i) => {
      const x = places[2 * i], y = places[2 * i + 1];
      if (!(x > left - 2 && x < right + 2 && y > top - 2 && y < bottom + 2)) return false;
      if (x < 0 || y < 0 || x >= width || y >= height) return holds(i);
      const at = 4 * ((y | 0) * width + (x | 0)) + 3;
      return near[at] ? holds(i) : filled[at] > 127;
    };
    return { within, step: { outline } };
  }
}

const MOST_CORNERS = 1500;

const ends = (values) => [Math.min(...values), Math.max(...values)];
const box = ([x0, y0], [x1, y1]) => [[x0, y0], [x1, y0], [x1, y1], [x0, y1]];

// A hand's line without what lies closer than a pixel, and no more of it than the server takes.
function thinned(path) {
  const some = path.filter(([x, y], i) => !i || Math.hypot(x - path[i - 1][0], y - path[i - 1][1]) >= 1);
  const step = Math.ceil(some.length / MOST_CORNERS);
  const kept = some.filter((_, i) => i % step === 0);
  while (kept.length < 3) kept.push(kept.at(-1));
  return kept;
}

function painted(width, height, paint) {
  const sheet = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  paint(sheet);
  return sheet.getImageData(0, 0, width, height).data;
}
