// Clouds of particles: columns as they come from the server, and a canvas that draws a million of them.
import * as THREE from "three";
import { ask, dark, el, json } from "./dom.js";
import { parsed } from "./colours.js";

export async function loadPoints(name, round) {
  const about = await json(`/api/explore/${name}?round=${round ?? 0}`);
  return new Points(name, about);
}

export class Points {
  constructor(name, about) {
    Object.assign(this, about);
    this.name = name;
    this.known = new Map();
  }

  has(id) {
    return this.columns.some((column) => column.id === id);
  }

  // The columns of the data set's own table, which come later.
  async more() {
    const found = await json(`/api/explore/${this.name}/columns?round=${this.round}`);
    this.columns.push(...found);
    return found;
  }

  // A column as float32, asked for once.
  column(id) {
    if (!this.known.has(id)) {
      const address = `/api/explore/${this.name}/column/${encodeURIComponent(id)}?round=${this.round}`;
      this.known.set(id, ask(address).then(async (answer) => new Float32Array(await answer.arrayBuffer())));
    }
    return this.known.get(id);
  }

  classColours(classes) {
    const tones = new Map(this.classes.map((one) => [one.class, parsed(one.colour)]));
    const made = new Uint8Array(classes.length * 3);
    for (let i = 0; i < classes.length; i++) made.set(tones.get(classes[i]) || [150, 150, 150], 3 * i);
    return made;
  }
}

const VERTEX = `
attribute vec3 tone; attribute float picked;
uniform float size; uniform float dimmed; uniform float faint;
varying vec3 vTone; varying float vAlpha;
void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  gl_PointSize = size * (picked > 0.5 ? 1.35 : 1.0);
  vTone = tone;
  vAlpha = dimmed > 0.5 && picked < 0.5 ? faint : 0.85;
}`;
const FRAGMENT = `
uniform float lift;
varying vec3 vTone; varying float vAlpha;
void main() {
  vec2 place = gl_PointCoord - 0.5;
  if (dot(place, place) > 0.25) discard;
  gl_FragColor = vec4(mix(vTone, vec3(1.0), lift), vAlpha);
}`;
const RING = `
uniform vec3 ink;
void main() {
  float far = length(gl_PointCoord - 0.5);
  if (far > 0.5 || far < 0.36) discard;
  gl_FragColor = vec4(ink, 1.0);
}`;

export class PointView {
  constructor() {
    this.canvas = el("canvas.points", { tabindex: "0", role: "img" });
    this.element = el("div.cloud", {}, this.canvas);
    this.renderer = new THREE.WebGLRenderer({ canvas: this.canvas, antialias: false, alpha: true });
    this.renderer.outputColorSpace = THREE.LinearSRGBColorSpace;
    this.scene = new THREE.Scene();
    this.camera = new THREE.OrthographicCamera(-1, 1, 1, -1, -1000, 1000);
    this.geometry = new THREE.BufferGeometry();
    this.material = new THREE.ShaderMaterial({
      vertexShader: VERTEX, fragmentShader: FRAGMENT, transparent: true, depthTest: false, depthWrite: false,
      uniforms: { size: { value: 4 }, dimmed: { value: 0 }, faint: { value: 0.13 }, lift: { value: 0 } },
    });
    this.cloud = new THREE.Points(this.geometry, this.material);
    this.cloud.frustumCulled = false;
    this.scene.add(this.cloud);
    this.ring = new THREE.Points(new THREE.BufferGeometry(), new THREE.ShaderMaterial({
      vertexShader: "uniform float size; void main() { gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); gl_PointSize = size; }",
      fragmentShader: RING, depthTest: false, uniforms: { size: { value: 18 }, ink: { value: new THREE.Color() } },
    }));
    this.ring.frustumCulled = false;
    this.ring.visible = false;
    this.cloud.add(this.ring);
    this.line = new THREE.Line(new THREE.BufferGeometry(), new THREE.LineBasicMaterial({ depthTest: false }));
    this.stops = new THREE.Points(new THREE.BufferGeometry(), this.ring.material);
    for (const part of [this.line, this.stops]) {
      Object.assign(part, { frustumCulled: false, visible: false });
      this.cloud.add(part);
    }
    this.traced = [[], []];
    this.centre = [0, 0];
    this.reach = 1;
    this.marked = -1;
    this.count = 0;
    this.some = 60000;
    this.moving = false;
    this.solid = false;
    new ResizeObserver(() => this.draw()).observe(this.canvas);
    document.addEventListener("theme", () => this.draw());
  }

  // Two or three columns: where each point lies. All is scaled to a ball of radius 1; a value that is none lies outside.
  setPlaces(columns, names = []) {
    const n = columns[0].length;
    Object.assign(this, { columns, names, scales: [] });
    this.solid = columns.length > 2;
    const places = new Float32Array(3 * n);
    const spans = columns.map(span);
    const half = this.solid ? Math.max(...spans.map(([low, high]) => (high - low) / 2)) : null;
    columns.forEach((values, k) => {
      const [low, high] = spans[k];
      const middle = (low + high) / 2, scale = 1 / ((half ?? (high - low) / 2) || 1);
      this.scales.push([middle, scale]);
      for (let i = 0; i < n; i++) places[3 * i + k] = Number.isFinite(values[i]) ? (values[i] - middle) * scale : 1e6;
    });
    this.places = places;
    this.geometry.setAttribute("position", new THREE.BufferAttribute(places, 3));
    if (this.count !== n) {
      this.count = n;
      this.geometry.setAttribute("tone", new THREE.BufferAttribute(new Uint8Array(3 * n).fill(128), 3, true));
      this.geometry.setAttribute("picked", new THREE.BufferAttribute(new Uint8Array(n), 1));
      this.geometry.setIndex(new THREE.BufferAttribute(shuffled(n), 1));
    }
    this.mark(this.marked);
    this.trace(...this.traced);
    this.reset();
  }

  // A line by some particles, and rings about those where it was asked to stop.
  trace(rows, stops) {
    this.traced = [rows, stops];
    for (const [part, numbers] of [[this.line, rows], [this.stops, stops]]) {
      const there = numbers.filter((row) => this.places[3 * row] < 1e5);
      part.visible = there.length > 0;
      part.geometry.setAttribute("position", new THREE.BufferAttribute(Float32Array.from(there.flatMap((row) => [...this.places.subarray(3 * row, 3 * row + 3)])), 3));
      part.geometry.setDrawRange(0, there.length);
    }
    this.draw();
  }

  // A ring about one particle.
  mark(row) {
    this.marked = row;
    this.ring.visible = row >= 0;
    if (row >= 0) this.ring.geometry.setAttribute("position", new THREE.BufferAttribute(this.places.slice(3 * row, 3 * row + 3), 3));
    this.draw();
  }

  setColours(tones) {
    this.geometry.setAttribute("tone", new THREE.BufferAttribute(tones, 3, true));
    this.draw();
  }

  setPicked(picked, any) {
    this.geometry.setAttribute("picked", new THREE.BufferAttribute(picked, 1));
    this.material.uniforms.dimmed.value = any ? 1 : 0;
    this.draw();
  }

  reset() {
    this.centre = [0, 0];
    this.reach = this.solid ? 1.35 : 1.06;
    this.cloud.quaternion.identity();
    this.draw();
  }

  turn(x, y) {
    this.cloud.quaternion.premultiply(new THREE.Quaternion().setFromEuler(new THREE.Euler(x, y, 0)));
    this.move();
  }

  pan(x, y) {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    this.centre = [this.centre[0] - (2 * x * this.reach * this.wide()) / width, this.centre[1] + (2 * y * this.reach) / height];
    this.move();
  }

  zoom(factor, at = null) {
    const before = at ? this.toPlace(...at) : null;
    this.reach = Math.min(4, Math.max(0.004, this.reach * factor));
    if (at) {
      const after = this.toPlace(...at);
      this.centre = this.centre.map((value, k) => value + before[k] - after[k]);
    }
    this.move();
  }

  // Two columns fill the place, as plots do; three keep their proportions.
  wide() {
    return this.solid ? this.canvas.clientWidth / this.canvas.clientHeight : 1;
  }

  toPlace(x, y) {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const across = this.reach * this.wide();
    return [this.centre[0] + ((2 * x) / width - 1) * across, this.centre[1] - ((2 * y) / height - 1) * this.reach];
  }

  // A line of corners on the canvas in units of the columns, and whether it holds a particle: the same sum, in the same
  // order, as `inside` of cryo_assets/assets/rounds/drawn.py.
  outline(corners) {
    const places = corners.map(([x, y]) => this.toPlace(x, y));
    const [a, b, c] = this.columns;
    const made = { columns: this.names };
    let place = (i) => [a[i], b[i]];
    if (this.solid) {
      const turn = new THREE.Matrix4().makeRotationFromQuaternion(this.cloud.quaternion).elements;
      const ways = [0, 1].map((k) => [turn[k], turn[4 + k], turn[8 + k]]);
      const along = (way, x, y, z) => way[0] * x + way[1] * y + way[2] * z;
      const middle = ways.map((way) => along(way, ...this.scales.map((scale) => scale[0])));
      made.ways = ways;
      made.corners = places.map((corner) => corner.map((value, k) => value / this.scales[0][1] + middle[k]));
      place = (i) => ways.map((way) => along(way, a[i], b[i], c[i]));
    } else made.corners = places.map((corner) => corner.map((value, k) => value / this.scales[k][1] + this.scales[k][0]));
    return { outline: made, holds: (i) => holds(made.corners, ...place(i)) };
  }

  // Where each point lies on the canvas, in its pixels: x, y by turns.
  toScreen() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const across = this.reach * this.wide();
    const turn = new THREE.Matrix4().makeRotationFromQuaternion(this.cloud.quaternion).elements;
    const made = new Float32Array(2 * this.count);
    for (let i = 0; i < this.count; i++) {
      const a = this.places[3 * i], b = this.places[3 * i + 1], c = this.places[3 * i + 2];
      const x = turn[0] * a + turn[4] * b + turn[8] * c, y = turn[1] * a + turn[5] * b + turn[9] * c;
      made[2 * i] = ((x - this.centre[0]) / across + 1) * width * 0.5;
      made[2 * i + 1] = (1 - (y - this.centre[1]) / this.reach) * height * 0.5;
    }
    return made;
  }

  // While the view moves, some of the particles are drawn, as many as the machine draws fluently; then all.
  move() {
    const now = performance.now();
    if (this.moving) {
      const took = now - this.moved;
      if (took > 55) this.some = Math.max(8000, this.some / 1.5);
      else if (took < 30) this.some = Math.min(4e6, this.some * 1.2);
    }
    this.moved = now;
    this.moving = true;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.moving = false;
      this.draw();
    }, 250);
    this.draw();
  }

  draw() {
    cancelAnimationFrame(this.due);
    this.due = requestAnimationFrame(() => this.paint());
  }

  paint() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!width || !height || !this.count) return;
    const ratio = Math.min(devicePixelRatio, 2);
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height, false);
    const across = this.reach * this.wide();
    Object.assign(this.camera, { left: this.centre[0] - across, right: this.centre[0] + across, top: this.centre[1] + this.reach, bottom: this.centre[1] - this.reach });
    this.camera.updateProjectionMatrix();
    const uniforms = this.material.uniforms;
    const usual = Math.min(9, Math.max(1.6, 0.28 * Math.sqrt((width * height) / this.count)));
    uniforms.size.value = ratio * usual * Math.min(2.2, Math.pow(1.06 / this.reach, 0.3));
    uniforms.faint.value = dark() ? 0.24 : 0.14;
    uniforms.lift.value = dark() ? 0.2 : 0;
    this.ring.material.uniforms.size.value = 18 * ratio;
    this.ring.material.uniforms.ink.value.set(dark() ? 0xffffff : 0x111111);
    this.line.material.color.set(dark() ? 0xffffff : 0x111111);
    this.geometry.setDrawRange(0, this.moving ? Math.round(this.some) : Infinity);
    this.renderer.render(this.scene, this.camera);
    this.canvas.dataset.state = "ready";
  }
}

function holds(corners, x, y) {
  let odd = false;
  let [x0, y0] = corners.at(-1);
  for (const [x1, y1] of corners) {
    if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) odd = !odd;
    [x0, y0] = [x1, y1];
  }
  return odd;
}

// The numbers of all rows in a random order that is always the same.
function shuffled(n) {
  const made = Uint32Array.from({ length: n }, (_, i) => i);
  let state = 20261121;
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 4294967296) * (i + 1));
    [made[i], made[j]] = [made[j], made[i]];
  }
  return made;
}

// The range that all finite values lie in.
function span(values) {
  let low = Infinity, high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low < high ? [low, high] : [Number.isFinite(low) ? low - 1 : -1, Number.isFinite(low) ? low + 1 : 1];
}
