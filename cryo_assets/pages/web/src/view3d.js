// Surfaces of maps on canvases: one renderer draws them all, and all that share a `Pose` turn together.
import * as THREE from "three";
import { ask, colour } from "./dom.js";
import { openness, sampler, surface } from "./mesh.js";
import { palette } from "./colours.js";

let renderer;

function shared(width, height) {
  renderer ??= new THREE.WebGLRenderer({ antialias: true, alpha: true, powerPreference: "low-power" });
  const size = renderer.getSize(new THREE.Vector2());
  if (size.x < width || size.y < height) renderer.setSize(Math.max(size.x, width), Math.max(size.y, height), false);
  return renderer;
}

export async function loadVolume(address, box = 96) {
  const answer = await ask(`${address}${address.includes("?") ? "&" : "?"}box=${box}`);
  const about = JSON.parse(answer.headers.get("X-Map"));
  return { ...about, data: new Float32Array(await answer.arrayBuffer()) };
}

// From where all linked views look, and how near.
export class Pose {
  constructor() {
    this.turn = new THREE.Quaternion().setFromEuler(new THREE.Euler(-1.1, 0, 0.35));
    this.zoom = 1;
    this.views = new Set();
    this.spinning = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.last = 0;
    this.pause = 40;
    requestAnimationFrame((now) => this.tick(now));
  }

  // A turn of about 18 s; where drawing is slow, fewer frames, so that the machine keeps most of its time.
  tick(now) {
    requestAnimationFrame((next) => this.tick(next));
    if (!this.spinning || document.hidden || now - this.last < this.pause) return;
    const step = Math.min(now - this.last, 400) / 1000;
    this.last = now;
    if (![...this.views].some((view) => view.seen && view.ready)) return;
    const began = performance.now();
    this.rotate(0, 0, 0.35 * step);
    this.pause = Math.max(40, 5 * (performance.now() - began));
  }

  rotate(x, y, own = 0) {
    const by = new THREE.Quaternion().setFromEuler(new THREE.Euler(x, y, 0));
    this.turn.premultiply(by);
    if (own) this.turn.multiply(new THREE.Quaternion().setFromAxisAngle(new THREE.Vector3(0, 0, 1), own));
    this.draw();
  }

  // All linked views have one scale.
  get radius() {
    return Math.max(...[...this.views].map((view) => view.radius));
  }

  draw() {
    for (const view of this.views) view.draw();
  }
}

export class SurfaceView {
  constructor(pose, label) {
    this.pose = pose;
    this.canvas = document.createElement("canvas");
    this.canvas.className = "surface";
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", `${label}: drag or use the arrow keys to turn, + and − to zoom`);
    this.scene = new THREE.Scene();
    this.camera = new THREE.OrthographicCamera(-1, 1, 1, -1, -10, 10);
    this.group = new THREE.Group();
    this.scene.add(this.group);
    const light = (strength, ...place) => {
      const made = new THREE.DirectionalLight(0xffffff, strength);
      made.position.set(...place);
      this.scene.add(made);
    };
    this.scene.add(new THREE.HemisphereLight(0xffffff, 0x9aa4b4, 1.1));
    light(2.1, -0.6, 0.9, 1.2);
    light(0.5, 1, -0.4, 0.6);
    this.layers = [];
    this.radius = 1e-6;
    this.seen = true;
    pose.views.add(this);
    this.listen();
  }

  get ready() {
    return this.layers.length > 0;
  }

  listen() {
    new IntersectionObserver(([entry]) => { this.seen = entry.isIntersecting; if (this.seen) this.draw(); }).observe(this.canvas);
    new ResizeObserver(() => this.draw()).observe(this.canvas);
    let held = null;
    this.canvas.addEventListener("pointerdown", (event) => {
      held = [event.clientX, event.clientY];
      this.pose.spinning = false;
      this.canvas.setPointerCapture(event.pointerId);
    });
    this.canvas.addEventListener("pointermove", (event) => {
      if (!held) return;
      const scale = 3.2 / this.canvas.clientHeight;
      this.pose.rotate((event.clientY - held[1]) * scale, (event.clientX - held[0]) * scale);
      held = [event.clientX, event.clientY];
    });
    this.canvas.addEventListener("pointerup", () => (held = null));
    this.canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * 0.001));
    }, { passive: false });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const turns = { ArrowLeft: [0, -0.12], ArrowRight: [0, 0.12], ArrowUp: [-0.12, 0], ArrowDown: [0.12, 0] };
    if (turns[event.key]) this.pose.rotate(...turns[event.key]);
    else if (event.key === "+" || event.key === "=") this.zoom(1.1);
    else if (event.key === "-") this.zoom(1 / 1.1);
    else if (event.key === " ") this.pose.spinning = !this.pose.spinning;
    else return;
    if (event.key !== " ") this.pose.spinning = false;
    event.preventDefault();
  }

  zoom(factor) {
    this.pose.zoom = Math.min(8, Math.max(0.4, this.pose.zoom * factor));
    this.pose.draw();
  }

  // Layers: [{ volume, level, colour, paint?, opacity? }], drawn over each other; or { mesh } that was made before.
  show(layers) {
    const began = performance.now();
    for (const part of this.group.children) if (!part.userData.kept) part.traverse((one) => one.geometry?.dispose());
    this.group.clear();
    this.layers = layers;
    for (const layer of layers) {
      const mesh = layer.mesh ?? meshOf(layer);
      mesh.userData.kept = layer.kept;
      this.group.add(mesh);
    }
    this.canvas.dataset.faces = this.group.children.reduce((sum, part) => sum + (part.geometry?.index.count ?? 0) / 3, 0);
    this.canvas.dataset.milliseconds = Math.round(performance.now() - began);
    this.radius = Math.max(1e-6, ...this.group.children.map((part) => part.userData.radius));
    this.pose.draw();
  }

  draw() {
    const ratio = Math.min(devicePixelRatio, 2);
    const width = Math.round(this.canvas.clientWidth * ratio), height = Math.round(this.canvas.clientHeight * ratio);
    if (!width || !height || !this.ready || !this.seen) return;
    if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height });
    const reach = (this.pose.radius * 1.04) / this.pose.zoom;
    const wide = width > height ? width / height : 1, tall = width > height ? 1 : height / width;
    Object.assign(this.camera, { left: -reach * wide, right: reach * wide, top: reach * tall, bottom: -reach * tall, near: -20 * reach, far: 20 * reach });
    this.camera.updateProjectionMatrix();
    this.group.quaternion.copy(this.pose.turn);
    const gl = shared(width, height);
    gl.setViewport(0, 0, width, height);
    gl.setScissor(0, 0, width, height);
    gl.setScissorTest(true);
    gl.render(this.scene, this.camera);
    const context = this.canvas.getContext("2d");
    context.clearRect(0, 0, width, height);
    context.drawImage(gl.domElement, 0, gl.domElement.height - height, width, height, 0, 0, width, height);
  }
}

export function meshOf({ volume, level, colour: painted, paint: by, opacity = 1 }) {
  const { vertices, normals, faces } = surface(volume, level);
  const open = openness(volume, level, vertices, normals);
  const paint = by ? painter(by, volume) : null;
  const base = new THREE.Color(painted || colour("--accent"));
  const colours = new Float32Array(vertices.length);
  for (let i = 0; i < open.length; i++) {
    const shade = 0.5 + 0.5 * open[i];
    const [r, g, b] = paint ? paint(vertices[3 * i], vertices[3 * i + 1], vertices[3 * i + 2]) : [base.r, base.g, base.b];
    colours.set([r * shade, g * shade, b * shade], 3 * i);
  }
  const [nz, ny, nx] = volume.shape;
  const centre = [nx, ny, nz].map((n) => Math.floor(n / 2));
  for (let i = 0; i < vertices.length; i++) vertices[i] = (vertices[i] - centre[i % 3]) * volume.voxel;
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute("position", new THREE.BufferAttribute(vertices, 3));
  geometry.setAttribute("normal", new THREE.BufferAttribute(normals, 3));
  geometry.setAttribute("color", new THREE.BufferAttribute(colours, 3));
  geometry.setIndex(new THREE.BufferAttribute(faces, 1));
  const material = new THREE.MeshPhongMaterial({
    vertexColors: true, specular: 0x222222, shininess: 24, side: THREE.DoubleSide, transparent: opacity < 1, opacity, depthWrite: opacity === 1,
  });
  const mesh = new THREE.Mesh(geometry, material);
  mesh.userData.radius = reachOf(vertices);
  return mesh;
}

// How far the surface reaches from the centre of the box, but for specks: 998 of 1,000 vertices lie nearer.
function reachOf(vertices) {
  const step = 3 * Math.ceil(vertices.length / 3 / 4000);
  const far = [];
  for (let i = 0; i < vertices.length; i += step) far.push(Math.hypot(vertices[i], vertices[i + 1], vertices[i + 2]));
  far.sort((a, b) => a - b);
  return 1.04 * (far[Math.floor(0.998 * (far.length - 1))] ?? 1);
}

// Colour of a map of numbers at a voxel of another, in linear light; the two may have other voxels.
function painter({ volume: by, span: [low, high], scale: name }, { shape, voxel, centre }) {
  const value = sampler(by);
  const scale = palette(name);
  const made = new THREE.Color();
  const step = voxel / by.voxel;
  const [ax, ay, az] = [2, 1, 0].map((k, axis) => Math.floor(by.shape[k] / 2) - Math.floor(shape[k] / 2) * step + (centre && by.centre ? (centre[axis] - by.centre[axis]) / by.voxel : 0));
  return (x, y, z) => {
    const [r, g, b] = scale((value(ax + x * step, ay + y * step, az + z * step) - low) / (high - low));
    made.setRGB(r / 255, g / 255, b / 255, THREE.SRGBColorSpace);
    return [made.r, made.g, made.b];
  };
}
